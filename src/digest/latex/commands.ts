/**
 * The TeX commands that the repairer knows, by what they do in a formula. Names that KaTeX sets and
 * that abstracts use; a name that is missing here is never given its backslash back.
 */
const words = (list: string): string[] => list.split(/\s+/).filter(Boolean);

const GREEK = words(`alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa
  varkappa lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega digamma varGamma varDelta varTheta
  varLambda varSigma varPhi varPsi varOmega`);

const LETTERLIKE = words(`ell hbar infty partial nabla aleph beth imath jmath Re Im wp emptyset
  varnothing top bot perp bullet circ star ast dagger ddagger prime forall exists nexists neg lnot
  triangle Box square blacksquare Diamond diamond lozenge spadesuit heartsuit diamondsuit clubsuit
  checkmark circledR degree angle surd flat sharp natural backslash complement mho eth hslash`);

// Not `nleq`, `lneq` and their like: "nleq 5" is an n that is at most five.
const RELATIONS = words(`leq geq le ge neq ne ll gg lll ggg sim simeq approx cong equiv propto prec
  succ preceq succeq subset supset subseteq supseteq subsetneq supsetneq sqsubseteq sqsupseteq in
  notin ni mid nmid parallel nparallel vdash dashv models vDash lesssim gtrsim leqslant geqslant
  asymp doteq triangleq coloneqq eqqcolon approxeq lessapprox gtrapprox bowtie lt gt colon
  preccurlyeq succcurlyeq precsim succsim precapprox succapprox sqsubset sqsupset subseteqq
  subsetneqq trianglelefteq trianglerighteq vartriangleleft vartriangleright lessgtr
  gtrless lesseqgtr gtreqless leqq geqq eqsim backsim thickapprox thicksim varpropto coloneq
  eqcolon colonequals circeq`);

const ARROWS = words(`to gets rightarrow leftarrow leftrightarrow Rightarrow Leftarrow
  Leftrightarrow longrightarrow longleftarrow Longrightarrow Longleftarrow longleftrightarrow
  Longleftrightarrow mapsto longmapsto hookrightarrow hookleftarrow rightharpoonup
  rightleftharpoons uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow
  iff implies impliedby rightsquigarrow leadsto twoheadrightarrow circlearrowleft curvearrowright
  leftrightarrows rightleftarrows rightrightarrows leftleftarrows leftrightharpoons rightarrowtail
  twoheadleftarrow dashrightarrow upharpoonright mapsfrom`);

const OPERATORS = words(`times div pm mp cdot cdots ldots dots vdots ddots cup cap bigcup bigcap
  sqcup sqcap vee wedge land lor oplus ominus otimes oslash odot bigoplus bigotimes setminus
  sum prod coprod int wr amalg rtimes ltimes bigwedge bigvee dotsc dotsb uplus boxplus boxtimes
  boxdot boxminus dotplus smallsetminus circledast circledcirc bigodot biguplus bigsqcup curlyvee
  mod bmod pmod sumlimits prodlimits`);

const FUNCTIONS = words(`log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan
  min max sup inf lim limsup liminf arg argmin argmax det dim ker gcd deg hom Pr`);

const DELIMITERS = words(`left right langle rangle lfloor rfloor lceil rceil lvert rvert lVert rVert
  vert Vert lbrace rbrace big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr middle`);

const SPACES = words('quad qquad space');

/** Take an argument: `\hat x`, `\mathcal O`; the page ate these where braces followed. */
const ACCENTS = words(`hat tilde bar vec dot ddot widehat widetilde overline underline check breve
  acute grave overrightarrow`);
const ALPHABETS = words(`mathcal mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr
  boldsymbol bm operatorname text textbf textit texttt textrm textsf textsc mbox`);
const STRUCTURES = words('frac dfrac tfrac sqrt binom not stackrel overset underset substack');

/** Switch the style of all that follows in their group: `{\rm x}`. */
const SWITCHES = words(`rm bf it sf tt cal em sc sl mathstrut displaystyle textstyle scriptstyle
  small tiny large normalsize footnotesize scriptsize`);

const kinds = {
  greek: GREEK,
  letterlike: LETTERLIKE,
  relation: RELATIONS,
  arrow: ARROWS,
  operator: OPERATORS,
  function: FUNCTIONS,
  delimiter: DELIMITERS,
  space: SPACES,
  accent: ACCENTS,
  alphabet: ALPHABETS,
  structure: STRUCTURES,
  switch: SWITCHES,
} as const;

export type CommandKind = keyof typeof kinds;

/** What a command does, by its name without the backslash. */
export const COMMANDS: ReadonlyMap<string, CommandKind> = new Map(
  Object.entries(kinds).flatMap(([kind, names]) =>
    names.map((name): [string, CommandKind] => [name, kind as CommandKind]),
  ),
);

export const LONGEST_COMMAND = Math.max(...[...COMMANDS.keys()].map((name) => name.length));

/** Five bits a letter, in either case: a place for each ending of three letters. */
const LETTER_BITS = 5;
const LETTER = (1 << LETTER_BITS) - 1;
const endings = new Uint8Array(1 << (3 * LETTER_BITS));
for (const name of COMMANDS.keys()) {
  if (name.length > 2) endings[endingOf(name)] = 1;
  else
    for (let first = 0; first <= LETTER; first++)
      endings[endingOf(`${String.fromCharCode(first)}${name}`)] = 1;
}

function endingOf(letters: string): number {
  const { length } = letters;
  return (
    ((letters.charCodeAt(length - 3) & LETTER) << (2 * LETTER_BITS)) |
    ((letters.charCodeAt(length - 2) & LETTER) << LETTER_BITS) |
    (letters.charCodeAt(length - 1) & LETTER)
  );
}

/**
 * Whether three or more letters may end with the name of a command. Most words of prose do not, and
 * this says so without a look at `COMMANDS`, for which each word would have to be hashed.
 */
export function mayEndInCommand(letters: string): boolean {
  return endings[endingOf(letters)] === 1;
}

/**
 * Commands whose names are words of English or common short strings: alone they prove nothing.
 */
export const ENGLISH_COMMANDS: ReadonlySet<string> = new Set(
  words(`Big Box Delta Diamond Gamma Im Lambda Omega Phi Pi Pr Psi Re Sigma Theta Upsilon Xi acute
  alpha angle approx arg argmax argmin ast backslash bar beta bf big binom bot bowtie breve
  bullet cal cap check chi circ colon complement cos cosh cup dagger deg degree delta det
  diamond digamma dim div dot dots em epsilon eta eth exists exp flat forall frac gamma gcd
  ge gets gg grave gt hat hom iff implies in inf int iota it kappa ker lambda land large le
  left lg lim ll ln log lor lt ltimes max mho mid middle min mod models mp mu natural ne neg
  ni not nu omega overline parallel partial perp phi pi pm prec prime prod psi qquad quad
  rho right rm rtimes sc sec sf sharp sigma sim sin sinh sl small space sqrt square stackrel
  star subset succ sum sup surd tan tanh tau text theta times tiny to top triangle tt
  underline vec vee vert wedge wr xi zeta`),
);

/** What a formula from a dump may not do: load, link, define, or paint outside its place. */
export const REFUSED_COMMAND =
  /\\(?:rule|kern|mkern|mskip|hskip|hspace|vspace|raisebox|raise|lower|href|url|html[A-Za-z]*|includegraphics|def|gdef|edef|xdef|let|futurelet|global|newcommand|renewcommand|providecommand|char|catcode|begingroup|expandafter|noexpand|verb|hphantom|vphantom|phantom|smash|llap|rlap|clap|mathllap|mathrlap|mathclap|color|textcolor|colorbox|fcolorbox|tag|Huge|huge|above|vcenter|cr)(?![A-Za-z])/;

/** Whether a command proves a formula by itself: `leq` does, `in` and `alpha` do not. */
export function isPlainCommand(name: string): boolean {
  return COMMANDS.has(name) && !ENGLISH_COMMANDS.has(name);
}
