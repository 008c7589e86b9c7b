package io.teal.operate.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.Shop;
import io.teal.operate.account.Connection;
import io.teal.operate.next.ReleaseFile;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.ReleaseRequest;
import io.teal.release.ReleaseSource;
import io.teal.release.port.Reads;
import io.teal.release.preflight.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A release file, the stack that is deployed from it, and what a chain says. Preflight judges each deploy. */
final class Project {
    final Shop shop;
    final Path file;
    final List<String> said = new ArrayList<>();
    final List<String> deployed = new ArrayList<>();
    final List<Instant> times = new ArrayList<>();

    /** When everything was killed last. */
    Instant killed = Instant.MIN;

    private String words;
    private int killedAt = -1;
    private int events;

    /** Everything is killed, at once. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** With {@code words} in the file, and deployed. */
    Project(Path folder, String words) throws IOException {
        this.words = words;
        this.file = folder.resolve("orders.properties");
        Files.writeString(file, "# kept\n" + words.replace(' ', '\n') + "\n");
        this.shop = Shop.settled(words);
        shop.source = ReleaseSource.file("orders.properties");
        shop.template(words);
        shop.clock.whilePausing(this::event);
    }

    /** The chain is killed at the event {@code number}: a deploy that begins or ends, or a pause. */
    void killAt(int number) {
        killedAt = number;
        events = 0;
    }

    int events() {
        return events;
    }

    DeployChain.ChainEnd lead(ChainGoal goal) throws IOException, InterruptedException {
        return lead(goal, this::deploy);
    }

    DeployChain.ChainEnd lead(ChainGoal goal, DeployChain.Deploys deploys) throws IOException, InterruptedException {
        Connection connection = new Connection(shop.aws, shop.account, shop.clock, shop.clock, Reads.IN_TURN);
        return new DeployChain(connection, deploys, file, said::add).lead("shop", Optional.empty(), goal);
    }

    /** {@code cdk deploy} that succeeds, if Preflight accepts it. */
    int deploy() {
        event();
        ReleaseRequest asked = asked();
        String next = ReleaseFormat.render(asked).entrySet().stream()
                .map(flag -> flag.getKey() + "=" + flag.getValue())
                .collect(Collectors.joining(" "));
        assertThat(shop.verdict(words, next)).isInstanceOf(Verdict.Accepted.class);
        settle(asked.release());
        shop.template(next);
        words = next;
        deployed.add(next);
        times.add(shop.clock.instant());
        event();
        return 0;
    }

    ReleaseRequest asked() {
        try {
            return ReleaseFile.read(file).request();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void settle(Release release) {
        for (Color color : Color.values()) {
            shop.aws.groups.remove("shop-orders-" + color);
            release.version(color).ifPresent(version -> shop.fleet(color, version.value(), 2, 2));
        }
        shop.weights(release.weight(Color.BLUE), release.weight(Color.GREEN));
        if (release.candidatePercent() == 0) {
            shop.promoted(release.active());
        }
    }

    private void event() {
        if (events++ == killedAt) {
            killed = shop.clock.instant();
            throw new Killed();
        }
    }
}
