package io.teal.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Reports;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static String verdict(Report report) {
        return new Headline(report).line();
    }

    @Test
    void nothingFromOutsideBecomesMarkup() {
        String page = HtmlReport.page(Reports.named(Reports.HOSTILE));
        assertThat(page).contains("&lt;script&gt;alert(&quot;1&quot;)").doesNotContain("<script", "' onload=");
        assertThat(page.split("</title>", -1))
                .hasSameSizeAs(HtmlReport.page(Reports.named("x")).split("</title>", -1));
    }

    @Test
    void thePageNeedsNothingElse() {
        assertThat(HtmlReport.page(Reports.lossy()))
                .contains("default-src &#39;none&#39;")
                .doesNotContain("<script", "<link", "<img", "@import", "src=", "href=")
                .doesNotContainPattern(Pattern.compile("url\\((?!#)"));
    }

    @Test
    void theVerdictSaysWhatWasLostAndDoubled() {
        assertThat(verdict(Reports.clean())).isEqualTo("\u2713 Released: no request lost of 20,000");
        assertThat(verdict(Reports.lossy())).isEqualTo("\u2717 Released, but 60 of 20,000 requests lost");
        assertThat(HtmlReport.page(Reports.clean())).contains("fewer than 3/20,000 = 150 in a million");
    }

    @Test
    void anInvalidRunClaimsNothing() {
        Report invalid = Reports.invalid("the generator fell behind");
        assertThat(verdict(invalid)).isEqualTo("! Nothing was measured: run invalid");
        assertThat(HtmlReport.page(invalid))
                .contains("the generator fell behind")
                .doesNotContain("in a million");
    }

    @Test
    void aVersionThatStoppedTheRunBeforeThereWasLoadIsAPageToo() {
        assertThat(HtmlReport.page(Reports.stopped("1.0.0 never got healthy")))
                .contains("\u2717 Stopped: no request was sent", "1.0.0 never got healthy", "2026-11-26", "Teal 0.1.0")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void aRunThatLostClaimsNoRate() {
        assertThat(HtmlReport.page(Reports.lossy()))
                .doesNotContain("in a million")
                .contains("502: 50", "no answer: 10", "0.0 to 0.8 s after Http changed");
    }

    @Test
    void doublesThatNobodyCountedAreNotZero() {
        Report clean = Reports.clean();
        Report uncounted = new Report(
                clean.title(),
                clean.seed(),
                clean.speed(),
                clean.rate(),
                clean.phases(),
                new Reconciliation(20_000, 0, 0, 0, false),
                clean.losses(),
                clean.noPart(),
                "",
                clean.course(),
                clean.recipe(),
                clean.effort(),
                clean.run());
        assertThat(HtmlReport.page(uncounted))
                .contains("not counted", "No host wrote to LEDGER")
                .doesNotContain("served twice");
    }

    @Test
    void decisionsAreFoldedByRunAndIdleRunsAreOnlyCounted() {
        assertThat(HtmlReport.page(Reports.clean()))
                .contains(
                        "Shift of web in 1 baseline",
                        "green has 0 healthy targets (3 times)",
                        "1 run with nothing to do")
                .doesNotContain("Preflight of web");
    }

    @Test
    void eachChartHasATitleAndADescription() {
        String page = HtmlReport.page(Reports.lossy());
        long charts = Pattern.compile("role=\"img\"").matcher(page).results().count();
        assertThat(charts).isEqualTo(2 * 6);
        assertThat(Pattern.compile("<desc id=").matcher(page).results().count()).isEqualTo(charts);
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void howToRepeatIsThere() {
        assertThat(HtmlReport.page(Reports.clean())).contains("bin/teal rehearse --seed 7", "activeColor=green");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> HtmlReport.write(Reports.clean(), Path.of("no/such/folder/a.html")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot write --html");
    }

    @Test
    void aModelledRunSaysSoAndHasNoFiguresOfThisMachine() {
        assertThat(HtmlReport.page(Reports.named("web")))
                .contains("Hosts and requests were modelled", "gives the same run again")
                .doesNotContain("were real", "of a core");
        assertThat(HtmlReport.page(Reports.clean())).contains("were real", "of a core");
    }
}
