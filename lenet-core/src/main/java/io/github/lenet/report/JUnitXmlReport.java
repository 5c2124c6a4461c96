package io.github.lenet.report;

import io.github.lenet.answer.ModelSummary;
import io.github.lenet.gate.RuleResult;
import io.github.lenet.gate.RuleResult.Outcome;
import io.github.lenet.gate.Verdict;
import io.github.lenet.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A verdict as the JUnit XML that every build server reads: a test suite with a test case for each rule, in the form of
 * Surefire's {@code surefire-test-report-3.0.xsd}. A missed rule is a failure, one that could not be measured an error,
 * and one that only warns is skipped.
 */
final class JUnitXmlReport {

    private final XMLStreamWriter xml;

    private JUnitXmlReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(OutputStream out, String name, Verification verification) throws IOException {
        var evaluation = verification.evaluation();
        var properties = new LinkedHashMap<String, String>();
        properties.put("dataset", evaluation.dataset().describe());
        properties.putAll(properties(evaluation.model()));
        if (verification.baseline() != null) {
            properties.put("baseline.name", verification.baseline().name());
            properties.put(
                    "baseline.sha256",
                    verification.baseline().baseline().model().sha256());
        }
        write(out, name, properties, verification.verdict());
    }

    private static Map<String, String> properties(ModelSummary model) {
        var properties = new LinkedHashMap<String, String>();
        if (model.architecture() == null) {
            properties.put("model.kind", model.kind());
            properties.put("model.name", model.name());
        } else {
            properties.put("model.architecture", model.architecture());
        }
        properties.put("model.sha256", model.sha256());
        return properties;
    }

    static void write(OutputStream out, String name, Aggregation aggregation) throws IOException {
        var properties = new LinkedHashMap<String, String>();
        for (var named : aggregation.evaluations()) {
            properties.put(
                    named.name() + ": model.sha256", named.evaluation().model().sha256());
        }
        write(out, name, properties, aggregation.verdict());
    }

    private static void write(OutputStream out, String name, Map<String, String> properties, Verdict verdict)
            throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            new JUnitXmlReport(xml).suite(name, properties, verdict);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the JUnit XML could not be written: " + e.getMessage(), e);
        }
    }

    private void suite(String name, Map<String, String> properties, Verdict verdict) throws XMLStreamException {
        start(0, "testsuite");
        attribute("name", "lenet." + name);
        attribute("tests", verdict.rules().size());
        attribute("errors", count(verdict, Outcome.ERROR));
        attribute("skipped", count(verdict, Outcome.WARNED));
        attribute("failures", count(verdict, Outcome.MISSED));
        start(1, "properties");
        for (var property : properties.entrySet()) {
            property(property.getKey(), property.getValue());
        }
        end(1);
        for (var result : verdict.rules()) {
            testCase(name, result);
        }
        end(0);
    }

    private void property(String name, String value) throws XMLStreamException {
        indent(2);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
    }

    private void testCase(String name, RuleResult result) throws XMLStreamException {
        start(1, "testcase");
        // Without the value and the limit, so that a build server sees one test with a history, whatever the numbers
        // are.
        attribute("name", result.name());
        attribute("classname", "lenet." + name);
        attribute("time", 0);
        switch (result.outcome()) {
            case PASSED -> {}
            case WARNED -> shortcoming("skipped", result);
            case MISSED -> {
                shortcoming("failure", result);
                attribute("type", "missed limit");
            }
            case ERROR -> {
                shortcoming("error", result);
                attribute("type", "not measurable");
            }
        }
        indent(2);
        xml.writeStartElement("system-out");
        xml.writeCharacters(Printable.message(result.message()));
        xml.writeEndElement();
        end(1);
    }

    private void shortcoming(String element, RuleResult result) throws XMLStreamException {
        indent(2);
        xml.writeEmptyElement(element);
        attribute("message", result.message());
    }

    private void start(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
    }

    private void end(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, Printable.message(value.toString()));
    }

    private static long count(Verdict verdict, Outcome outcome) {
        return verdict.rules().stream()
                .filter(result -> result.outcome() == outcome)
                .count();
    }
}
