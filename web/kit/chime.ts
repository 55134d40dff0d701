let context: AudioContext | undefined;

/**
 * Two short notes. A browser lets a page sound only after somebody has touched it: until then this is silent, and the
 * list on the screen says the same.
 */
export const chime = (): void => {
  try {
    context ??= new AudioContext();
    void context.resume();
    for (const [after, hertz] of [
      [0, 660],
      [0.18, 880],
    ] as const) {
      const [note, loudness] = [context.createOscillator(), context.createGain()];
      const at = context.currentTime + after;
      note.frequency.value = hertz;
      loudness.gain.setValueAtTime(0.2, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + 0.3);
      note.connect(loudness).connect(context.destination);
      note.start(at);
      note.stop(at + 0.3);
    }
  } catch {}
};
