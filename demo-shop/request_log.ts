// The last upstream requests, for tests that ask what the Worker really sent.

export interface LoggedRequest {
  upstream: string;
  operation: string | null;
  variables: unknown;
  status: number;
  at: string;
}

export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: Omit<LoggedRequest, 'at'>): void {
    this.#entries.push({ ...entry, at: new Date().toISOString() });
    if (this.#entries.length > 400) this.#entries = this.#entries.slice(-200);
  }

  last(count = 200): LoggedRequest[] {
    return this.#entries.slice(-count);
  }

  clear(): void {
    this.#entries = [];
  }
}
