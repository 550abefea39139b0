import '../messages/use-devices.ts';

export {
  AddDevicePage as NewDeviceRoute,
  DevicePage as DeviceRoute,
  DevicesPage as DevicesRoute,
} from '../features/devices/index.ts';
