package io.evenflow.resource;

class PlainSessionResourceTest extends StorageContract {
  PlainSessionResourceTest() {
    super(Kind.SESSION, false);
  }
}
