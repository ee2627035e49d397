/** Checks that run in a page: each is sent there as it stands, and says what is wrong. */

/** Text that a reader sees, its white space folded. */
export function shownText(): string {
  return document.querySelector('main')!.innerText.replace(/\s+/g, ' ').trim();
}

/** What reaches beyond the right or the left edge of the screen, or is cut off without a way to it. */
export function findOverflow(): string[] {
  const root = document.documentElement;
  const faults = root.scrollWidth > root.clientWidth ? [`the page by ${root.scrollWidth}`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!(element instanceof HTMLElement) || element.closest('.unseen, math, svg')) continue;
    const { overflowX, overflowY, position, clipPath, textOverflow } = getComputedStyle(element);
    // Spoken, not shown; or cut on purpose, with dots that say so.
    if ((position === 'absolute' && clipPath !== 'none') || textOverflow === 'ellipsis') continue;
    const isCut =
      (['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (isCut) faults.push(`${element.localName}.${element.className} is cut`);
    if (overflowX === 'auto' && element.scrollWidth > element.clientWidth && element.tabIndex < 0) {
      faults.push(`${element.localName}.${element.className} scrolls, but not by keyboard`);
    }
  }
  return faults;
}

/** Pieces of text that stand on each other. */
export function findOverlaps(): string[] {
  const boxes: { text: string; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    const text = node.nodeValue!.trim();
    if (!text || parent.closest('math, svg, sup, sub, .unseen, .skip, noscript, script')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (getComputedStyle(parent).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 1) boxes.push({ text: text.slice(0, 30), box });
  }
  const faults = new Set<string>();
  const beside = 3;
  boxes.sort((one, other) => one.box.top - other.box.top);
  for (const [index, { text, box }] of boxes.entries())
    for (let next = index + 1; next < boxes.length; next++) {
      const other = boxes[next]!;
      if (other.box.top > box.bottom) break;
      // Boxes of tight lines touch where no letter does.
      const shared = Math.min(box.bottom, other.box.bottom) - other.box.top;
      const isBelow = shared < 0.35 * Math.min(box.height, other.box.height);
      const isBeside = other.box.left > box.right - beside || box.left > other.box.right - beside;
      if (!isBeside && !isBelow) faults.add(`“${text}” and “${other.text}”`);
    }
  return [...faults];
}

/** Targets of a finger below 24 × 24 px; links in running text may be as large as it is. */
export function findSmallTargets(): string[] {
  const least = 24;
  const faults: string[] = [];
  const targets = 'a[href], button, input, select, summary, label';
  for (const target of document.querySelectorAll<HTMLElement>(targets)) {
    if (!target.checkVisibility({ visibilityProperty: true })) continue;
    if (target.closest('.unseen, .skip') || getComputedStyle(target).clipPath !== 'none') continue;
    // A box and its label are one target.
    const whole = target.closest('label') ?? target;
    const label = target.id && document.querySelector<HTMLElement>(`label[for="${target.id}"]`);
    const { width, height } = whole.getBoundingClientRect();
    const rest = (target.parentElement!.textContent ?? '').replace(target.textContent ?? '', '');
    const isInText =
      target.localName === 'a' && /[\p{L}\p{N}]{2}.*\s.*[\p{L}\p{N}]{2}/su.test(rest);
    if (isInText || (label && label.getBoundingClientRect().height >= least)) continue;
    if (width < least - 0.5 || height < least - 0.5)
      faults.push(
        `${target.localName} “${target.textContent?.trim().slice(0, 30)}” ${width.toFixed(0)} × ${height.toFixed(0)}`,
      );
  }
  return faults;
}

/** Names and the numbers that belong to them, where these do not stand on one line of letters. */
export function findUnevenRows(): string[] {
  const rows =
    '.topic-list-name, .counted li, .contents li, .reason summary, .choice tr, .shelf-list > li';
  const named = 'a, .reason-name, label, h2, th, span, td';
  const pen = document.createElement('canvas').getContext('2d')!;
  const faults: string[] = [];
  for (const row of document.querySelectorAll(rows)) {
    const lines = [...row.children]
      .filter((part) => part.matches(named) && part.checkVisibility() && part.textContent?.trim())
      .map(firstBaseline);
    if (Math.max(...lines) - Math.min(...lines) > 1.5)
      faults.push(`“${row.textContent!.trim().replace(/\s+/g, ' ').slice(0, 40)}” at ${lines}`);
  }
  return faults;

  function firstBaseline(part: Element): number {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (!walker.nextNode()!.nodeValue!.trim());
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { fontSize, fontFamily } = getComputedStyle(walker.currentNode.parentElement!);
    pen.font = `${fontSize} ${fontFamily}`;
    return range.getClientRects()[0]!.bottom - pen.measureText('x').fontBoundingBoxDescent;
  }
}
