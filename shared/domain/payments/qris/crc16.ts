/**
 * CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected or inverted. Its check value, over the bytes of
 * "123456789", is 0x29B1. Source: EMVCo Merchant-Presented Mode 1.1, 4.7.3 (after ISO/IEC 13239).
 */
export const crc16 = (bytes: Uint8Array): number => {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
};

/** Four upper-case hexadecimal digits, as tag 63 writes them. */
export const crcText = (text: string): string =>
  crc16(new TextEncoder().encode(text)).toString(16).toUpperCase().padStart(4, '0');
