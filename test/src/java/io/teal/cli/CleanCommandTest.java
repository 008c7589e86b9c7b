package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.operate.Shop;
import io.teal.operate.account.BootedHost;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import io.teal.release.port.AutoScalingGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanCommandTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";

    @TempDir
    Path folder;

    private final Line line = new Line();
    private final Shop shop = shop();

    /** A fleet that has had 23 launch template versions, and 23 images of which it runs the first. */
    private static Shop shop() {
        Shop shop = Shop.settled(ONE);
        ObjectNode template = (ObjectNode) shop.templateOf(ONE);
        ((ObjectNode) template.path("Resources"))
                .putObject("BlueFleet")
                .put("Type", "AWS::AutoScaling::AutoScalingGroup");
        shop.account.templates.put("shop", template.toString());
        shop.account.resources.put("BlueFleet", "shop-orders-blue");
        AutoScalingGroup blue = shop.aws.groups.get("shop-orders-blue");
        shop.aws.groups.put(
                blue.name(),
                new AutoScalingGroup(blue.name(), 2, 1, 6, "3", blue.instances(), Map.of("teal:service", "orders")));
        shop.account.ec2.templates.put("lt-blue", versions("lt-blue", 23));
        shop.account.ec2.templates.put("lt-somebody", versions("lt-somebody", 30));
        IntStream.range(0, 23)
                .mapToObj(i -> image(i, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(i), true))
                .forEach(shop.account.ec2.images::add);
        shop.account.ec2.hosts.add(new BootedHost("i-1", "ami-0", Optional.of("lt-blue"), Optional.of(2L)));
        return shop;
    }

    private static List<TemplateVersion> versions(String template, int newest) {
        return LongStream.rangeClosed(1, newest)
                .mapToObj(number -> new TemplateVersion(template, number, false, "ami-of-somebody"))
                .toList();
    }

    private static StoredImage image(int number, Instant created, boolean kept) {
        return new StoredImage("ami-" + number, number + ".0.0", "available", created, Optional.empty(), kept);
    }

    private int clean(String... arguments) {
        return line.run(Teal.commandLine(Shops.opener(shop)), arguments);
    }

    @Test
    void whatNothingUsesIsListedAndNothingIsChanged() {
        assertThat(clean("clean", "shop")).isEqualTo(ExitCode.LEFT.code());
        assertThat(line.taken()).isEqualTo("""
                launch template lt-blue: version 1 nothing uses
                image ami-1 of 1.0.0: nothing uses it
                image ami-2 of 2.0.0: nothing uses it
                nothing was changed; remove them: teal clean shop --yes
                """);
        assertThat(shop.account.ec2.writes).isEmpty();
    }

    @Test
    void withYesWhatIsUsedIsKeptFirstAndTheRestGoes() {
        shop.account.ec2.images.set(0, image(0, Instant.EPOCH, false));
        assertThat(clean("clean", "shop", "--yes")).isZero();
        assertThat(line.taken()).contains("image ami-0 of 0.0.0: in use, and not kept from deletion");
        assertThat(shop.account.ec2.writes)
                .containsExactly("keep ami-0", "delete lt-blue [1]", "let go ami-1", "let go ami-2");
    }

    @Test
    void manyVersionsGoInCallsOfTwoHundred() {
        shop.account.ec2.templates.put("lt-blue", versions("lt-blue", 500));
        assertThat(clean("clean", "shop", "--yes")).isZero();
        assertThat(shop.account.ec2.writes)
                .filteredOn(write -> write.startsWith("delete"))
                .hasSize(3);
    }

    @Test
    void whereNothingIsLeftNothingIsDone() {
        shop.account.ec2.images.clear();
        shop.account.ec2.templates.clear();
        assertThat(clean("clean", "shop", "--yes")).isZero();
        assertThat(line.taken()).isEqualTo("shop has left nothing behind\n");
    }

    @Test
    void aStackThatIsBeingUpdatedAndOneThatIsNotThereAreRefused() {
        shop.stack("UPDATE_IN_PROGRESS");
        assertThat(clean("clean", "shop", "--yes")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: the stack shop is UPDATE_IN_PROGRESS");
        assertThat(clean("clean", "bakery")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(clean("clean", "shop", "--keep", "0")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(shop.account.ec2.writes).isEmpty();
    }

    private int next(String version, String... options) throws Exception {
        Path file = Files.writeString(
                folder.resolve("orders.properties"), "activeColor=blue\nblueVersion=0.0.0\ngreenVersion=none\n");
        return clean(IntStream.range(0, options.length + 3)
                .mapToObj(i -> i == 0 ? "next" : i == 1 ? version : i == 2 ? file.toString() : options[i - 3])
                .toArray(String[]::new));
    }

    @Test
    void aVersionWithAnImageIsWrittenAsTheNextRelease() throws Exception {
        assertThat(next("22.0.0", "--image", "orders")).as(line.err()).isZero();
        assertThat(folder.resolve("orders.properties")).content().contains("greenVersion=22.0.0");
    }

    @Test
    void aVersionWithoutAnImageIsRefusedAndTheFileStays() throws Exception {
        assertThat(next("99.0.0", "--image", "orders")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).isEqualTo("""
                        teal: 99.0.0 of orders has no image in this account and region
                        hint: build it: cdk deploy the stack with its ImagePipeline, with -c version=99.0.0
                        """);
        assertThat(folder.resolve("orders.properties")).content().contains("greenVersion=none");
    }

    @Test
    void anImageThatIsNotAvailableOrMayBeDeletedIsRefused() throws Exception {
        shop.account.ec2.images.set(5, image(5, Instant.EPOCH, false));
        shop.account.ec2.images.set(
                6, new StoredImage("ami-6", "6.0.0", "pending", Instant.EPOCH, Optional.empty(), true));
        assertThat(next("5.0.0", "--image", "orders")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("ami-5, the image of 5.0.0, may be deleted at any time");
        assertThat(next("6.0.0", "--image", "orders")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).contains("ami-6, the image of 6.0.0, is pending");
    }

    @Test
    void anImageGoesWithAVersionOnly() {
        assertThat(clean("next", "--retire", "--image", "orders")).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(line.err()).startsWith("teal: --image goes with a VERSION");
    }
}
