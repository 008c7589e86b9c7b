package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.teal.release.BadReleaseException;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseRequest;
import io.teal.release.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;

class ReleaseContextTest {
    private static final Map<String, Object> BARE = Map.of("activeColor", "blue", "version", "1.0.0");
    private static final Release FIRST = new Release(Color.BLUE, Slot.runs(SampleService.ONE), Slot.UNSAID, 0);

    @TempDir
    private Path releases;

    @Test
    void bareFlagsServeAnAppWithOneService() {
        assertThat(orders(BARE).release()).isEqualTo(FIRST);
    }

    @Test
    void scopedFlagsServeTheirService() {
        Map<String, Object> context = Map.of(
                "orders.activeColor", "blue",
                "orders.version", "1.0.0",
                "billing.activeColor", "green",
                "billing.version", "2.0.0");
        Stack stack = new Stack(app(context), "shop");
        assertThat(of(stack, "orders").release()).isEqualTo(FIRST);
        assertThat(of(stack, "billing").release().active()).isEqualTo(Color.GREEN);
    }

    @Test
    void flagsOfAStageServeTheServiceInIt() {
        App app = app(Map.of("prod/orders.activeColor", "blue", "prod/orders.version", "1.0.0"));
        Stack stack = new Stack(new Stage(app, "prod"), "shop");
        assertThat(of(stack, "orders").release()).isEqualTo(FIRST);
    }

    @Test
    void numbersOfCdkJsonAreRead() {
        ReleaseRequest request =
                orders(Map.of("activeColor", "blue", "blueVersion", 41, "greenVersion", 42, "candidatePercent", 10));
        assertThat(request.release().version(Color.GREEN).orElseThrow().value()).isEqualTo("42");
        assertThat(request.release().candidatePercent()).isEqualTo(10);
    }

    @Test
    void aFlagsOtherValuesAreReadToo() {
        ReleaseRequest request = orders(
                Map.of("activeColour", "blue", "version", "1.0.0", "strategy", "canary:10%,5m", "allow", "roll-back"));
        assertThat(request.strategy()).hasToString("Optional[canary:10%,5m]");
        assertThat(request.allowRollBack()).isTrue();
    }

    @Test
    void theFileIsReadWhereThereIsNoFlag() throws IOException {
        write("default", "activeColor=blue", "blueVersion=1.0.0", "greenVersion=none");
        assertThat(orders(Map.of()).release()).isEqualTo(Release.first(Color.BLUE, SampleService.ONE));
    }

    @Test
    void theFileOfAStageIsBelowTheStagesName() throws IOException {
        write("prod", "activeColor=green", "greenVersion=2.0.0", "blueVersion=1.0.0");
        Stack stack = new Stack(new Stage(app(Map.of()), "prod"), "shop");
        assertThat(of(stack, "orders").release().active()).isEqualTo(Color.GREEN);
    }

    @Test
    void flagsWinAndTheFileIsNotMixedIn() throws IOException {
        write("default", "activeColor=green", "greenVersion=2.0.0", "blueVersion=1.0.0");
        assertThat(orders(BARE).release()).isEqualTo(FIRST);
    }

    @Test
    void flagsThatWouldNeedTheFileAreRefused() throws IOException {
        Path file = write("default", "activeColor=green", "greenVersion=2.0.0", "blueVersion=1.0.0");
        BadReleaseException refused = refused(Map.of("activeColor", "blue"));
        assertThat(refused).hasMessage("blueVersion is missing, and blue is the active colour");
        assertThat(refused.hint())
                .isEqualTo("name what it runs: add -c blueVersion=<version> (" + file
                        + " is not read once a flag is given: flags and file never mix)");
    }

    @Test
    void aReleaseReadTwiceIsTheSame() {
        Stack stack = new Stack(app(BARE), "shop");
        assertThat(of(stack, "orders")).isEqualTo(of(stack, "orders"));
    }

    @Test
    void theFolderOfTheFilesIsReleasesUnlessNamed() {
        Stack stack = new Stack(app(Map.of()), "shop");
        assertThatThrownBy(() -> ReleaseContext.of(stack, "no-such-service"))
                .hasMessage("no release of no-such-service: neither flags nor"
                        + " releases/default/no-such-service.properties");
    }

    private ReleaseRequest orders(Map<String, Object> context) {
        return of(new Stack(app(context), "shop"), "orders");
    }

    private ReleaseRequest of(Stack stack, String service) {
        return ReleaseContext.of(stack, service, releases);
    }

    private BadReleaseException refused(Map<String, Object> context) {
        return catchThrowableOfType(BadReleaseException.class, () -> orders(context));
    }

    private Path write(String folder, String... lines) throws IOException {
        Path file = releases.resolve(folder).resolve("orders.properties");
        Files.createDirectories(file.getParent());
        return Files.write(file, List.of(lines));
    }

    private static App app(Map<String, Object> context) {
        return new App(
                AppProps.builder().context(context).outdir(SampleService.OUT).build());
    }
}
