import type { FleetPool } from './client';
import { ranking } from './client';
import type { PoolAccess, RunResult } from '../clients/session-pool';
import { newIdentifier, PoolFullError, Session } from '../clients/session-pool';

/** What the pools of a fleet have in common. */
export type FleetAccess = Omit<PoolAccess, 'endpoint'>;

/** A session in one of the pools of a fleet: a full pool is left for the next one, and once code has run the session stays where it is. */
export class FleetSession {
  private readonly identifier = newIdentifier();
  private session?: Session;

  constructor(
    private readonly pools: FleetPool[],
    private readonly access: FleetAccess,
  ) {}

  /** Runs code. The first run finds a pool. */
  async run(code: string, timeoutInSeconds?: number): Promise<RunResult> {
    if (this.session) return this.session.run(code, timeoutInSeconds);
    for (const { endpoint } of ranking(this.identifier, this.pools)) {
      this.session = new Session({ ...this.access, endpoint }, this.identifier);
      try {
        return await this.session.run(code, timeoutInSeconds);
      } catch (error) {
        if (!(error instanceof PoolFullError)) throw error;
        this.session = undefined;
      }
    }
    throw new PoolFullError(`none of the ${this.pools.length} pools of the fleet has a session left`);
  }

  /** Ends the session, which is billed until then, or until its cooldown is over. */
  async end(): Promise<void> {
    await this.session?.end();
  }
}
