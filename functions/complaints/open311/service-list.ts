import { OpenDefinition, type OpenService } from '../../../shared/contract/complaints/open311.ts';
import { type ComplaintCategoryCode, complaintCategories } from '../../../shared/domain/complaints/states.ts';
import { Problem } from '../../../shared/problem.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { namedIn, oneDocument } from '../open311-document.ts';

export const services = (): OpenService[] =>
  (Object.entries(complaintCategories) as [ComplaintCategoryCode, string][]).map(([service_code, service_name]) => ({
    service_code,
    service_name,
    description: service_name,
    metadata: false,
    type: 'realtime' as const,
    keywords: 'umkm',
    group: 'Pasar Rata',
  }));

/** Ours ask for nothing besides what every request has. */
export const openService = endpoint('GET /open311/{city}/services/{code}', async ({ params }, world) => {
  await expectCity(world, params.city);
  const { name, format } = namedIn(params.code);
  if (!Object.hasOwn(complaintCategories, name))
    throw new Problem('service_not_found', 'Layanan ini tidak ada. Lihat daftar layanannya.');
  return oneDocument(format, 'service_definition', OpenDefinition.parse({ service_code: name, attributes: [] }));
});
