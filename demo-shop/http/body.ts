// Reads a request body up to a limit.

import type { IncomingMessage } from 'node:http';

export const maximumBytes = 1_000_000;

// Null where the body is larger than the limit. What is left of it is read and thrown away, so that the answer arrives.
export async function readBody(request: IncomingMessage, limit = maximumBytes): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * 20) {
      request.destroy();
      return null;
    }
  }
  return size > limit ? null : Buffer.concat(chunks);
}
