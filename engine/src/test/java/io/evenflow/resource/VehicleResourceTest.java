package io.evenflow.resource;

class VehicleResourceTest extends StorageContract {
  VehicleResourceTest() {
    super(Kind.VEHICLE, false);
  }
}
