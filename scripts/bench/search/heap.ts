import type { CDPSession, Page } from 'playwright-core';

interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

/** What a heap holds is known once its garbage is collected. */
const METHODS = ['HeapProfiler.collectGarbage', 'Runtime.getHeapUsage'] as const;

/** Watches the heaps of a page and of its workers; call it before the page starts any. */
export async function watchHeaps(page: Page): Promise<{ megabytes: () => Promise<number> }> {
  const session = await page.context().newCDPSession(page);
  const workers: string[] = [];
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.push(sessionId);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return {
    megabytes: async () => {
      const [collect, usageOf] = METHODS;
      await session.send(collect);
      const own = (await session.send(usageOf)) as HeapUsage;
      const others = await Promise.all(workers.map((worker) => heapOf(session, worker)));
      return [own, ...others].reduce((sum, usage) => sum + bytesOf(usage), 0) / 1e6;
    },
  };
}

/** Asks a worker, which is reached through its page. */
async function heapOf(session: CDPSession, sessionId: string): Promise<HeapUsage> {
  const answered = new Promise<HeapUsage>((resolve) => {
    session.on('Target.receivedMessageFromTarget', (event) => {
      const { id, result } = JSON.parse(event.message) as { id?: number; result: HeapUsage };
      if (event.sessionId === sessionId && id === METHODS.length) resolve(result);
    });
  });
  for (const [at, method] of METHODS.entries()) {
    const message = JSON.stringify({ id: at + 1, method });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
  }
  return answered;
}

function bytesOf({ usedSize, embedderHeapUsedSize, backingStorageSize }: HeapUsage): number {
  return usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0);
}
