import type { Sensor } from '../scenery/picture.ts';

const irisAtRest = 50;
/** Of brightness for each hundredth that the iris is wider. */
const perHundredth = 1.5;

/** What the sensor shows behind an iris that is 0 (closed) to 100 (open). */
export function exposed(sensor: Sensor, iris: number): Sensor {
  if (iris === irisAtRest) return sensor;
  const brightness = Math.round(sensor.brightness + (iris - irisAtRest) * perHundredth);
  return { ...sensor, brightness: Math.min(255, Math.max(0, brightness)) };
}
