/** The door of the room: the pure simulation, and the edge that writes it to a folder. */
export { simulate } from './simulation.ts';
export type { DistrictSpec } from './spec.ts';
export { SimulateSpecError } from './spec.ts';
export { type Progress, type WriteOptions, type WrittenDistrict, writeDistrict } from './write-district.ts';
