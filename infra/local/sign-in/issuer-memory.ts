export const DAY_SECONDS = 86_400;

/** Sessions and codes live as long as the process: only tokens outlive it. */
export class Memory {
  static readonly kept = new Map<string, { until: number; payload: Record<string, unknown> }>();
  readonly model: string;
  constructor(model: string) {
    this.model = model;
  }
  async upsert(id: string, payload: Record<string, unknown>, seconds = DAY_SECONDS): Promise<void> {
    for (const [key, { until }] of Memory.kept) if (until < Date.now()) Memory.kept.delete(key);
    Memory.kept.set(`${this.model} ${id}`, { until: Date.now() + seconds * 1000, payload });
  }
  async find(id: string): Promise<object | undefined> {
    const found = Memory.kept.get(`${this.model} ${id}`);
    return found && found.until > Date.now() ? found.payload : undefined;
  }
  async findByUid(uid: string): Promise<object | undefined> {
    for (const [key, { payload }] of Memory.kept)
      if (key.startsWith(`${this.model} `) && payload.uid === uid) return payload;
    return undefined;
  }
  async consume(id: string): Promise<void> {
    Object.assign((await this.find(id)) ?? {}, { consumed: Math.floor(Date.now() / 1000) });
  }
  async destroy(id: string): Promise<void> {
    Memory.kept.delete(`${this.model} ${id}`);
  }
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { payload }] of Memory.kept) if (payload.grantId === grantId) Memory.kept.delete(key);
  }
}
