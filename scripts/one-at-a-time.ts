/**
 * Work that is never done twice at once: who asks for it while it is under way has it done once more
 * afterwards, however many ask. Resolves when what was asked for is done.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let isWaiting = false;
  return () => {
    if (!isWaiting) {
      isWaiting = true;
      last = last.then(() => {
        isWaiting = false;
        return work();
      });
    }
    return last;
  };
}
