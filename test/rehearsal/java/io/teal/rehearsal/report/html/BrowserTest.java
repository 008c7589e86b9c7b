package io.teal.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser. */
class BrowserTest {
    /** Measures the page in a frame of a given width, and writes what it finds where {@code --dump-dom} shows it. */
    private static final String FRAME = """
            <!DOCTYPE html><body><iframe style="width:%dpx;height:900px;border:0" srcdoc="%s"></iframe><script>
            onload = () => {
              const page = document.querySelector('iframe').contentWindow, root = page.document.documentElement;
              const shown = [...root.querySelectorAll('svg[role=img]')].filter(one => one.getBoundingClientRect().width);
              document.body.innerHTML = '<pre>' + JSON.stringify({
                needs: root.scrollWidth, has: root.clientWidth, requests: page.performance.getEntriesByType('resource').length,
                charts: shown.map(one => one.getAttribute('class')), paper: page.getComputedStyle(page.document.body).backgroundColor
              }) + '</pre>';
            };
            </script></body>
            """;

    private static final Pattern FOUND = Pattern.compile("<pre>(\\{.*?\\})</pre>");
    private static final String DARK = "--blink-settings=preferredColorScheme=0";
    private static final String LIGHT = "--blink-settings=preferredColorScheme=1";

    @TempDir
    private Path folder;

    private Chromium browser;

    @BeforeEach
    void findABrowser() {
        Optional<Chromium> found = Chromium.in(folder);
        assumeTrue(found.isPresent(), "no chromium and no google-chrome is on the PATH");
        browser = found.get();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private JsonNode measured(Report report, int width, String scheme) throws IOException, InterruptedException {
        Path page = folder.resolve("frame.html");
        Files.writeString(page, FRAME.formatted(width, Escaped.of(HtmlReport.page(report))));
        Matcher found = FOUND.matcher(browser.run(page, log(), "--window-size=1400,1000", scheme, "--dump-dom"));
        assertThat(found.find()).as("the frame was measured").isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    @ParameterizedTest
    @CsvSource({"360, narrow", "1200, wide"})
    void thePageFitsItsWidthAndShowsTheChartsForIt(int width, String size) throws IOException, InterruptedException {
        JsonNode page = measured(Reports.lossy(), width, LIGHT);
        assertThat(page.get("needs").asInt()).isEqualTo(page.get("has").asInt());
        assertThat(page.get("charts"))
                .isNotEmpty()
                .allMatch(chart -> chart.asText().equals(size));
        assertThat(page.get("requests").asInt()).isZero();
        assertThat(Files.readString(log())).doesNotContain("CONSOLE");
    }

    @Test
    void aLongWordIsBrokenOnAPhone() throws IOException, InterruptedException {
        JsonNode page = measured(Reports.named("a".repeat(200)), 360, LIGHT);
        assertThat(page.get("needs").asInt()).isEqualTo(page.get("has").asInt());
    }

    @Test
    void thePaperIsDarkForThoseWhoLikeItDark() throws IOException, InterruptedException {
        String light = measured(Reports.clean(), 1200, LIGHT).get("paper").asText();
        String dark = measured(Reports.clean(), 1200, DARK).get("paper").asText();
        assertThat(light).isEqualTo("rgb(255, 255, 255)");
        assertThat(dark).isEqualTo("rgb(17, 21, 27)");
    }

    @Test
    void thePageCanBePrinted() throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        Path paper = folder.resolve("page.pdf");
        HtmlReport.write(Reports.lossy(), page);
        browser.run(page, log(), DARK, "--no-pdf-header-footer", "--print-to-pdf=" + paper);
        assertThat(new String(Files.readAllBytes(paper), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(Files.readString(log())).doesNotContain("CONSOLE");
    }
}
