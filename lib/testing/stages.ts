/** The steps from a plain database to an indexed one, done by the product's own code. */
export async function adoptAll(): Promise<void> {
  throw new Error("adoption is not there yet");
}

export async function indexAll(): Promise<void> {
  throw new Error("the indexer is not there yet");
}
