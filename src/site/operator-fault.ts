/** What the operator can put right, said in a sentence: commands show that alone, no stack trace. */
export class OperatorFault extends Error {}
