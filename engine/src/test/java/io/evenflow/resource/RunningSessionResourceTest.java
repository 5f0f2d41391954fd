package io.evenflow.resource;

class RunningSessionResourceTest extends StorageContract {
  RunningSessionResourceTest() {
    super(Kind.RUNS, true);
  }
}
