import type { Category } from '../../../shared/domain/basics/category.ts';

/** One drawing a category, in one line weight, on cloth of one dye: for goods without a photo. */
const drawings: Record<Category, readonly [cloth: string, path: string]> = {
  'daily-needs': [
    'kunyit',
    'M14 20h20l4 22a4 4 0 0 1-4 4H14a4 4 0 0 1-4-4zM14 20l4-10h12l4 10M17 20h14M19 32q5-6 10 0-5 6-10 0z',
  ],
  'meeting-food': ['soga', 'M6 22h36l-3 20H9zM6 22l6-10h24l6 10M24 22v20M13 31h6M29 31h6M29 36h4'],
  culinary: ['mengkudu', 'M6 26h36a18 18 0 0 1-36 0zM16 44h16M17 18q-4-4 0-8M25 18q-4-4 0-8M33 18q-4-4 0-8'],
  batik: [
    'nila',
    'M8 8h32v32H8zM24 8L40 24 24 40 8 24zM24 16l8 8-8 8-8-8zM24 22v4M22 24h4M8 8l5 5M40 8l-5 5M8 40l5-5M40 40l-5-5',
  ],
  uniforms: ['daun', 'M17 8L6 14l4 9 5-2v21h18V21l5 2 4-9-11-6-7 6zM24 14v28M28 24h4'],
  'school-shoes': ['nila', 'M6 36V20l8 2 6-4 10 11 9 2q4 1 4 5zM6 31h9q3 0 5 2h22M19 23l4-3M23 27l4-3'],
  fashion: ['mengkudu', 'M18 6v6l-4 5 4 7-7 18h26l-7-18 4-7-4-5V6M18 12q6 6 12 0M18 24h12'],
  souvenirs: ['soga', 'M8 20h32v22H8zM6 14h36v6H6zM24 14v28M24 14q-10 0-10-5t4-3q5 2 6 8 1-6 6-8 4-2 4 3t-10 5'],
  crafts: ['daun', 'M10 20h28l-4 22H14zM12 20q0-12 12-12t12 12M12 28h24M13 35h22M19 20l2 22M29 20l-2 22'],
  printing: ['kunyit', 'M14 18V6h20v12M10 18h28q3 0 3 3v13h-7M14 34H7V21q0-3 3-3M14 28h20v14H14zM19 33h10M19 37h6'],
  services: ['nila', 'M31 8a9 9 0 0 0-8 12L8 35a4 4 0 0 0 5 5l15-15a9 9 0 0 0 12-11l-6 6-5-1-1-5 6-6q-1 0-3 0z'],
};

export const CategoryPicture = ({ category }: { category: Category }) => {
  const [cloth, path] = drawings[category] ?? drawings.crafts;
  return (
    <svg class={`photo drawing ${cloth}`} viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
};
