package io.github.lenet.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A verdict as one page that needs nothing beside it: no script, no network, no second file. */
final class HtmlReport {

  private static final String TEMPLATE = "report.html";

  private HtmlReport() {}

  static String page(String name, Verification verification) {
    return template().execute(HtmlPage.of(name, verification));
  }

  /** Compiles the template; the default of the compiler escapes every value for HTML. */
  private static Template template() {
    try (var in = HtmlReport.class.getResourceAsStream(TEMPLATE);
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return Mustache.compiler().compile(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
