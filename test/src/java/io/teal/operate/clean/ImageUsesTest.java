package io.teal.operate.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageUsesTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    /** Ten builds, a day apart, of which none was ever released. */
    private static final List<StoredImage> BUILDS =
            IntStream.range(0, 10).mapToObj(day -> image(day, Optional.empty())).toList();

    private static StoredImage image(int day, Optional<Instant> launched) {
        return new StoredImage("ami-" + day, day + ".0.0", "available", at(day), launched, true);
    }

    private static Instant at(int day) {
        return START.plusSeconds(86_400L * day);
    }

    private static ImageUses uses(List<BootedHost> hosts, List<TemplateVersion> templates) {
        return new ImageUses(hosts, templates, 2);
    }

    @Test
    void theNewestBuildsAreUsed() {
        assertThat(uses(List.of(), List.of()).of(BUILDS)).containsExactlyInAnyOrder("ami-8", "ami-9");
    }

    @Test
    void whatAHostOrAnyLaunchTemplateVersionWasMadeFromIsUsed() {
        BootedHost host = new BootedHost("i-1", "ami-0", Optional.empty(), Optional.empty());
        TemplateVersion version = new TemplateVersion("lt-of-somebody", 1, false, "ami-3");
        assertThat(uses(List.of(host), List.of(version)).of(BUILDS))
                .containsExactlyInAnyOrder("ami-0", "ami-3", "ami-8", "ami-9");
    }

    @Test
    void aLaunchTemplateThatNamesAParameterUsesEveryImageThatMayBeMeant() {
        TemplateVersion version = new TemplateVersion("lt-1", 1, false, "resolve:ssm:/imagebuilder/orders/4.0.0");
        assertThat(uses(List.of(), List.of(version)).of(BUILDS)).containsExactlyInAnyOrder("ami-4", "ami-8", "ami-9");
    }

    @Test
    void theReleasesBeforeAreThoseLaunchedLastAndOneMoreHoweverManyBuildsCameSince() {
        List<StoredImage> images = IntStream.range(0, 10)
                .mapToObj(day -> image(day, day < 6 ? Optional.of(at(day + 1)) : Optional.empty()))
                .toList();
        assertThat(uses(List.of(), List.of()).of(images))
                .containsExactlyInAnyOrder("ami-3", "ami-4", "ami-5", "ami-8", "ami-9");
    }
}
