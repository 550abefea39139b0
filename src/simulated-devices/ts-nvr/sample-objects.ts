/** The attributes of the samples of "Object Detection Event", by the type of the object. */
export const sampleAttributes: Readonly<Record<string, object>> = {
  face: { gender: 'female', age: 'adult', hat: true, glasses: false, mask: false },
  human: {
    ...{ gender: 'female', hat: true, bag: true },
    clothes: [
      { type: 'tops', length: 'long', colors: ['white'] },
      { type: 'bottoms', length: 'long', colors: ['blue'] },
    ],
  },
  vehicle: { vehicleType: 'car', colors: ['white'] },
};
