// What the storefront's routes share.

import type { Faults } from '../faults.ts';
import type { RequestLog } from '../request_log.ts';
import type { Store } from '../store.ts';
import type { Theme } from './theme.ts';

export interface Site {
  store: Store;
  faults: Faults;
  log: RequestLog;
  theme: Theme;
  // Throws away what the APIs remember, after the shop changed.
  forget(): void;
}
