package com.acme.digits;

import io.github.lenet.model.Classifier;
import java.io.IOException;

public final class Digits {

  private Digits() {}

  public static Classifier classifier() throws IOException {
    return Classifier.fromResource(Digits.class, "/digits/model.zip");
  }
}
