import type { SessionPoolLoad } from '../../../../lib';
import { elsewhere } from '../../card';

export default elsewhere<SessionPoolLoad>('SessionPoolLoad', 'test/sizing/session-pool-sizing.test.ts', {
  arrivalsPerMinute: {},
  meanSessionDurationInSeconds: {},
  acceptedColdStartShare: {},
  acceptedRefusalShare: {},
  replenishTimeInSeconds: {},
});
