/**
 * Words that name no subject: those that hold sentences together, and those of every abstract
 * (`code is available at`, `we first propose`). In the form of `normalizeWord`.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  [
    'a about above across after all along already also although among an and another any are around',
    'as at away be because been before being below between both but by can cannot could did do doe',
    'does done down due during each either else enough etc even ever every few first for four from',
    'further get gets give given go had has have having he hence her here high his how however i if in',
    'indeed instead into is it its itself just last later least less let like many may maybe might',
    'more moreover most much must near nearly need neither new no non nor not novel now of off often',
    'on once one only onto or order other our out over own per perhaps quite rather same second see',
    'set several shall she should show shown since single so some such than that the their them then',
    'there thereby therefore these they third this those though three through throughout thus till to',
    'together too toward towards two under until up upon us use used using various versus very via was',
    'we well were what when where whereas whether which while who whole whom whose why will with',
    'ai al appendix arxiv cf cifar cifar10 cifar100 com dnn doi empirical empirically et etal eg fig ie imagenet io ml mnist nn org sota www',
    'theoretical theoretically numerical numerically preliminary thorough vs',
    'within without would yet you your able available aim approach based baseline better best case',
    'challenge challenging class code compare comparable compared comprehensive consider consistently',
    'contrast current currently demonstrate depend despite develop different directly discover effect',
    'effective effectively effectiveness efficient efficiently enable ensure entire especially evaluate',
    'example existing experiment experimental explain explore extensive extensively fact find finding',
    'focus follow following framework full fully fundamental furthermore github good great handle help',
    'http https important improve improved improvement include including increase increasing',
    'insight introduce introducing investigate issue key known lack large larger lead leading leverage',
    'limit limitation limited low main major make making manner mean method mitigate motivated multiple',
    'natural necessary number obtain open overall overcome paper particular particularly perform',
    'performance point popular possible potential practical practice present problem promise promising',
    'proposed propose prove provide providing publicly range real recent recently related rely remain',
    'require respectively result resulting review rich scheme serve shed show significant significantly',
    'similar simple simply small solution source specific specifically state step still strategy strong',
    'structure study substantial substantially suffer sufficient suggest support system task technique',
    'term thi understanding understand unlike usually variety wa way whil wide widely work yield',
  ].flatMap((row) => row.split(' ')),
);
