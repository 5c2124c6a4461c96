package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.gate.Verdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class JUnitXmlReportTest {

    @Test
    void aMissedRuleIsAFailure() throws Exception {
        var suite = suite(Samples.FAILED);

        assertThat(suite.getTagName()).isEqualTo("testsuite");
        assertThat(suite.getAttribute("name")).isEqualTo("lenet.digits");
        assertThat(counts(suite)).isEqualTo("2 tests, 1 failures, 0 errors, 0 skipped");
        var missed = element(suite, "testcase", 0);
        assertThat(missed.getAttribute("classname")).isEqualTo("lenet.digits");
        assertThat(missed.getAttribute("name")).isEqualTo("minimum accuracy on mnist test");
        assertThat(element(missed, "failure", 0).getAttribute("message"))
                .isEqualTo("accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900.");
        var passed = element(suite, "testcase", 1);
        assertThat(passed.getAttribute("name")).isEqualTo("maximum loss on mnist test");
        assertThat(passed.getElementsByTagName("failure").getLength()).isZero();
        assertThat(element(passed, "system-out", 0).getTextContent()).contains("and the maximum is 0.5000.");
    }

    @Test
    void aPassedVerdictHasNoFailure() throws Exception {
        assertThat(counts(suite(Samples.PASSED))).isEqualTo("1 tests, 0 failures, 0 errors, 0 skipped");
    }

    @Test
    void aRuleThatCouldNotBeMeasuredIsAnError() throws Exception {
        var suite = suite(Samples.unmeasurable("it broke"));

        assertThat(counts(suite)).isEqualTo("1 tests, 0 failures, 1 errors, 0 skipped");
        assertThat(element(suite, "error", 0).getAttribute("message")).isEqualTo("it broke");
    }

    @Test
    void anyMessageIsWellFormed() throws Exception {
        var suite = suite(Samples.unmeasurable("<a b=\"c\"> & ]]> \u0000 \u001b \ud800 \uffff é 😀"));

        assertThat(element(suite, "error", 0).getAttribute("message"))
                .isEqualTo("<a b=\"c\"> & ]]> \\u0000 \\u001b \\ud800 \\uffff é 😀");
    }

    @Test
    void saysWhichModelWasMeasured() throws Exception {
        var properties = element(suite(Samples.PASSED), "properties", 0).getElementsByTagName("property");

        assertThat(properties.getLength()).isEqualTo(3);
        assertThat(((Element) properties.item(2)).getAttribute("value"))
                .isEqualTo(Samples.EVALUATION.model().sha256());
    }

    @Test
    void everyClassAndEvaluationIsATestCaseOfItsOwn() throws Exception {
        var suite = suite(Samples.complete());

        assertThat(element(suite, "testcase", 0).getAttribute("name"))
                .isEqualTo("minimum recall of class 7 on mnist test");
        assertThat(element(suite, "testcase", 1).getAttribute("name"))
                .isEqualTo("minimum shifted: accuracy on mnist test");
        assertThat(element(suite, "testcase", 2).getAttribute("name"))
                .isEqualTo("maximum regression of the accuracy on mnist test");
        assertThat(element(suite, "property", 3).getAttribute("value")).isEqualTo("io.example:digits:1.0");
    }

    @Test
    void aSliceOfTooFewImagesIsSkipped() throws Exception {
        var suite = suite(Samples.sliced());

        assertThat(counts(suite)).isEqualTo("3 tests, 1 failures, 0 errors, 1 skipped");
        var missed = element(suite, "testcase", 1);
        assertThat(missed.getAttribute("name")).isEqualTo("minimum accuracy of slice writer=b on mnist test");
        assertThat(element(missed, "failure", 0).getAttribute("message"))
                .contains("(90/95)", "a 95 % Wilson interval of 0.8826 to 0.9774;");
        var warned = element(suite, "testcase", 2);
        assertThat(element(warned, "skipped", 0).getAttribute("message")).endsWith(" that is only a warning.");
        assertThat(warned.getElementsByTagName("failure").getLength()).isZero();
    }

    private static Element suite(Verdict verdict) throws Exception {
        return suite(Samples.verification(verdict));
    }

    private static Element suite(Verification verification) throws Exception {
        var out = new ByteArrayOutputStream();
        JUnitXmlReport.write(out, "digits", verification);
        return parse(out);
    }

    static Element suite(Aggregation aggregation) throws Exception {
        var out = new ByteArrayOutputStream();
        JUnitXmlReport.write(out, "digits", aggregation);
        return parse(out);
    }

    /** Validates the file against the schema of Surefire, and parses it. */
    private static Element parse(ByteArrayOutputStream out) throws Exception {
        var schema = JUnitXmlReportTest.class.getResource("surefire-test-report-3.0.xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(out.toByteArray())));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()))
                .getDocumentElement();
    }

    private static String counts(Element suite) {
        return "%s tests, %s failures, %s errors, %s skipped"
                .formatted(
                        suite.getAttribute("tests"),
                        suite.getAttribute("failures"),
                        suite.getAttribute("errors"),
                        suite.getAttribute("skipped"));
    }

    private static Element element(Element parent, String name, int index) {
        return (Element) parent.getElementsByTagName(name).item(index);
    }
}
