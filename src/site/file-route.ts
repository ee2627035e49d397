/** A response in UTF-8. */
export function textFile(type: string, body: string): Response {
  return new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** JSON that a person can read too. */
export function jsonFile(value: unknown): Response {
  return textFile('application/json', `${JSON.stringify(value, null, 1)}\n`);
}
