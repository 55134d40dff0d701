/** A city of a million merchants fits. What nothing was written to is memory promised and not taken. */
const ROOM_BYTES = 1 << 23;

/** Bytes one after the other in one place, so that a file is not held a second time, joined, while it is written. */
export const growingBytes = (roomBytes = ROOM_BYTES) => {
  let room = Buffer.allocUnsafeSlow(roomBytes);
  let length = 0;
  return {
    add: (bytes: Uint8Array): void => {
      if (length + bytes.length > room.length) {
        const wider = Buffer.allocUnsafeSlow(2 * (length + bytes.length));
        wider.set(room.subarray(0, length));
        room = wider;
      }
      room.set(bytes, length);
      length += bytes.length;
    },
    all: (): Uint8Array => room.subarray(0, length),
    empty: (): void => {
      room = Buffer.allocUnsafeSlow(0);
      length = 0;
    },
  };
};
