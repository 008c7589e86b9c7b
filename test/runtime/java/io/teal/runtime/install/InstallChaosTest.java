package io.teal.runtime.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds however hosts, agents, people and calls behave. */
class InstallChaosTest {
    private static final int WORLDS = 400;
    private static final int LONGEST = 1500;
    private static final List<String> READS =
            List.of("describeStackStatus", "describeAutoScalingGroup", "describeRules", "describeHostTags");

    @Test
    void aSuccessMeansThatEveryHostInServiceRunsTheVersionNowAndLater() {
        int successes = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Installs shop = world(new Random(seed));
            shop.fleet.says("2.0.1");
            String answer = shop.install("2.0.1");
            assertThat(shop.time.second()).as("seed %d", seed).isLessThan(LONGEST);
            if (answer.startsWith("SUCCESS")) {
                successes++;
                everyHostRuns(shop, "2.0.1", seed);
                shop.time.pass(600);
                everyHostRuns(shop, "2.0.1", seed);
            }
        }
        assertThat(successes).isBetween(WORLDS / 4, WORLDS - 1);
    }

    @Test
    void aRollbackSucceedsAndNoHostThatIsThereSaysWhatItDoesNotRun() {
        for (int seed = 0; seed < WORLDS; seed++) {
            Installs shop = takenBack(seed);
            shop.fleet.hosts.stream()
                    .filter(host -> host.inService && shop.tag(host).equals("2.0.0"))
                    .forEach(host ->
                            assertThat(host.runs).as("%s %s", host.id, shop.log).isEqualTo(Installs.key("2.0.0")));
        }
    }

    @Test
    void theNextDeployBelievesNoRollback() {
        int successes = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            Installs shop = takenBack(seed);
            shop.time.pass(600);
            shop.aws.stack = "UPDATE_IN_PROGRESS";
            if (shop.install("2.0.0").startsWith("SUCCESS")) {
                successes++;
                everyHostRuns(shop, "2.0.0", seed);
            }
        }
        assertThat(successes).isBetween(WORLDS / 4, WORLDS - 1);
    }

    private static Installs takenBack(int seed) {
        Installs shop = world(new Random(seed));
        shop.fleet.says("2.0.1");
        shop.install("2.0.1");
        shop.aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        shop.fleet.says("2.0.0");
        assertThat(shop.install("2.0.0")).as("seed %d", seed).startsWith("SUCCESS");
        return shop;
    }

    private static void everyHostRuns(Installs shop, String version, int seed) {
        assertThat(shop.runs()).as("seed %d", seed).containsExactly(Installs.key(version));
        assertThat(shop.tags()).as("seed %d", seed).containsExactly(version);
    }

    /** Green runs 2.0.0 since long ago; then some of what can happen will happen. */
    private static Installs world(Random random) {
        Installs shop = new Installs();
        shop.fleet.says("2.0.0");
        shop.fleet.size(1 + random.nextInt(4));
        shop.time.pass(60);
        shop.codeDeploy.settle(Installs.revision("2.0.0"));
        if (random.nextInt(3) == 0) {
            shop.fleet.size(5 + random.nextInt(2));
        }
        for (int time = 0; time < 3; time++) {
            int at = random.nextInt(400);
            int hosts = 4 + random.nextInt(6);
            shop.time.in(at, () -> shop.fleet.atLeast(hosts));
            String read = READS.get(random.nextInt(READS.size()));
            int outage = random.nextInt(60);
            shop.time.in(at, () -> shop.aws.broken = Optional.of(read));
            shop.time.in(at + outage, () -> shop.aws.broken = Optional.empty());
        }
        trouble(shop, random);
        return shop;
    }

    private static void trouble(Installs shop, Random random) {
        shop.codeDeploy.forgiving = random.nextBoolean();
        shop.codeDeploy.fate = random.nextBoolean() ? Agents.Fate.UNANSWERED : Agents.Fate.TAKEN;
        switch (random.nextInt(6)) {
            case 0 -> shop.codeDeploy.silent.add("i-" + (1 + random.nextInt(6)));
            case 1 -> shop.codeDeploy.bad.add(Installs.key(random.nextBoolean() ? "2.0.0" : "2.0.1"));
            case 2 -> shop.codeDeploy.begin("user", Installs.revision("1.9.9"), shop.fleet.hosts);
            default -> shop.codeDeploy.calls.clear();
        }
    }
}
