import type { ISessionPoolRef } from '../session-pool-ref';

/**
 * What a workbook shows.
 */
export interface SessionPoolWorkbookOptions {
  /**
   * The title, which no other workbook of the resource group has.
   * @default - `Session pools` and the name of the query pack
   */
  readonly displayName?: string;

  /**
   * The ARM ID of the Log Analytics workspace whose logs are shown at first, among whose workbooks it is listed. Changing this property
   * updates the workbook in place.
   * @default - the user chooses a workspace; it is listed among the workbooks of Azure Monitor
   */
  readonly workspaceId?: string;

  /**
   * The pools whose metrics are shown at first.
   * @default - the user chooses pools
   */
  readonly pools?: ISessionPoolRef[];

  /**
   * Import the workbook that exists already under the name that the library gives it, for example after an interrupted create.
   * @default false
   */
  readonly adoptExisting?: boolean;
}
