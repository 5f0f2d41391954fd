package io.evenflow.resource;

class BatteryResourceTest extends StorageContract {
  BatteryResourceTest() {
    super(Kind.BATTERY, false);
  }
}
