package io.github.lenet.report;

import io.github.lenet.text.Printable;

/** Text within GitHub-flavoured Markdown. */
final class Markdown {

  private Markdown() {}

  /** Makes a text that somebody chose plain: Markdown and the HTML inside it have no power in it. */
  static String escape(String text) {
    return Printable.visible(text)
        .replaceAll("\\R", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("[\\\\`*_{}\\[\\]()#+!|~>@-]", "\\\\$0");
  }
}
