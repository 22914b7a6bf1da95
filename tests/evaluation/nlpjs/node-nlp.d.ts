/** What is used of it; it has no types of its own. */
declare module "node-nlp" {
  export class NlpManager {
    constructor(settings: object);
    addDocument(locale: string, text: string, intent: string): void;
    train(): Promise<void>;
    export(): string;
    import(model: string): void;
    nlp: { classify(locale: string, text: string): Promise<{ intent: string }> };
  }
}
