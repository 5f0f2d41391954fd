package io.evenflow.resource;

class VehicleAtPlugsResourceTest extends StorageContract {
  VehicleAtPlugsResourceTest() {
    super(Kind.VEHICLE, true);
  }
}
