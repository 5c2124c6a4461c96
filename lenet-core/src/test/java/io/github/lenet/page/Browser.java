package io.github.lenet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.PointerInput;
import org.openqa.selenium.interactions.PointerInput.Kind;
import org.openqa.selenium.interactions.PointerInput.MouseButton;
import org.openqa.selenium.interactions.PointerInput.Origin;
import org.openqa.selenium.interactions.Sequence;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The Chromium of this machine, with what the tests do in it. */
final class Browser implements AutoCloseable {

    /** A page needs less than a second; a machine that has a lot else to do may need many. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts it, or skips the test where there is none. */
    static Browser start() {
        var chromium = onPath("chromium", "chromium-browser", "google-chrome");
        var chromedriver = onPath("chromedriver");
        assumeTrue(
                chromium.isPresent() && chromedriver.isPresent(),
                "no chromium and chromedriver on the PATH (Debian: chromium, chromium-driver), so no page is looked at");
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        var options = new ChromeOptions()
                .setBinary(chromium.get())
                .addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars");
        options.setPageLoadStrategy(PageLoadStrategy.NONE);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.get())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> onPath(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(in -> new File(in, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /**
     * Opens a page, anew if it is open, and waits until its scripts have put it together. Chromedriver guesses from
     * events whether a page is still loading, and has returned too early on a busy machine; so it is told not to wait.
     */
    void open(Path page) {
        var address = page.toUri().toString();
        run("document.isLeft = true");
        driver.get(address);
        var opened = List.of(address, "complete", "new");
        var end = System.nanoTime() + LIMIT.toNanos();
        Object state;
        do {
            state = run("return [location.href, document.readyState, document.isLeft ? 'old' : 'new']");
        } while (!state.equals(opened) && System.nanoTime() < end);
        assertThat(state).as("the page after %s", LIMIT).isEqualTo(opened);
    }

    /** Opens a page, which must not complain, and must not load anything that it does not carry. */
    void openAlone(Path page) {
        open(Path.of("").toAbsolutePath());
        console();
        requests();
        open(page);
        assertThat(console()).isEmpty();
        assertThat(requests())
                .isNotEmpty()
                .allMatch(request -> request.contains("\"url\":\"file:") || request.contains("\"url\":\"data:"));
    }

    /** The page must be as wide as the window, and as light or dark as the user asked. */
    void requireFit(int width, String scheme) {
        assertThat(run("return document.documentElement.scrollWidth")).isEqualTo((long) width);
        assertThat(run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(
                        switch (scheme) {
                            case "dark" -> "rgb(13, 17, 23)";
                            case "print" -> "rgb(255, 255, 255)";
                            default -> "rgb(246, 247, 249)";
                        });
    }

    /** The window, and the colours that the user asked the system for. */
    void view(int width, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "screen",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The page as it is printed, whatever the colours of the system. */
    void printView() {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /**
     * Draws a line through points of an element, given as shares of its width and height from its centre, -0.5 to 0.5.
     */
    void draw(WebElement element, double[][] points) {
        run("arguments[0].scrollIntoView({block: 'nearest'})", element);
        var size = element.getSize();
        var pointer = new PointerInput(Kind.MOUSE, "mouse");
        var sequence = new Sequence(pointer, 0);
        for (var i = 0; i < points.length; i++) {
            var x = (int) Math.round(points[i][0] * size.width);
            var y = (int) Math.round(points[i][1] * size.height);
            sequence.addAction(pointer.createPointerMove(Duration.ofMillis(5), Origin.fromElement(element), x, y));
            if (i == 0) {
                sequence.addAction(pointer.createPointerDown(MouseButton.LEFT.asArg()));
            }
        }
        sequence.addAction(pointer.createPointerUp(MouseButton.LEFT.asArg()));
        driver.perform(List.of(sequence));
    }

    /** Waits until the page has drawn what was asked of it. */
    void waitForFrame() {
        driver.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    }

    /** What the page or the browser wrote to the console since the last call. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The messages about everything that the page loaded since the last call. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
    }

    /** Takes a picture of the whole page. */
    void screenshot(Path file) throws IOException {
        var size = (List<?>) run("const e = document.documentElement; return [e.scrollWidth, e.scrollHeight]");
        var clip = Map.of("x", 0, "y", 0, "width", size.get(0), "height", size.get(1), "scale", 1);
        var picture =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) picture.get("data")));
    }

    /** Prints the page. */
    void print(Path file) throws IOException {
        var pdf = driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", false));
        Files.write(file, Base64.getDecoder().decode((String) pdf.get("data")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
