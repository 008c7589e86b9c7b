package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.Shop;
import io.teal.operate.account.GroupCount;
import io.teal.operate.account.LaunchedHost;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.TargetHealth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What doctor says of quotas and of the caller's rights. */
class DoctorOfTheAccountTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String TWO = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    private final Line line = new Line();
    private final Shop shop = Shop.settled(TWO);

    DoctorOfTheAccountTest() {
        hosts(shop);
    }

    private static void hosts(Shop of) {
        of.account.quotas.hosts("shop-orders-blue", "t3.small", 2, 2).hosts("shop-orders-green", "t3.small", 2, 2);
    }

    private String doctor(Shop of) {
        assertThat(line.run(Teal.commandLine(Shops.opener(of)), "doctor", "shop"))
                .as(line.err())
                .isZero();
        return line.taken().replace("\n  ", " ");
    }

    @Test
    void aCallThatFailsForAnotherReasonSaysWhatHelps() {
        shop.account.quotas.refused = Optional.of(new AwsException("Throttling", "GetServiceQuota: slow down", null));
        assertThat(doctor(shop)).contains("skip  orders vCPUs: not looked at: Throttling", "try again later");
    }

    @Test
    void aClockThatIsWrongIsNoted() {
        assertThat(doctor(shop)).contains("ok    clock: this machine and AWS agree on the time, within 30 s");
        shop.account.rights.time = shop.clock.instant().plusSeconds(31);
        assertThat(doctor(shop)).contains("note  clock: this machine is 31 s behind AWS", "set the clock, by NTP");
        shop.account.rights.time = shop.clock.instant().minusSeconds(400);
        assertThat(doctor(shop)).contains("note  clock: this machine is 400 s ahead of AWS");
    }

    @Test
    void aReleaseThatMakesAGroupNeedsRoomForIt() {
        Shop one = Shop.settled(ONE);
        hosts(one);
        one.account.quotas.groups = new GroupCount(499, 500);
        assertThat(doctor(one)).contains("ok    quota of groups: 499 of 500 Auto Scaling groups", "makes 1 more");
        one.account.quotas.groups = new GroupCount(500, 500);
        assertThat(doctor(one)).contains("note  quota of groups: 500 of 500 Auto Scaling groups");
    }

    @Test
    void launchTemplatesAreCountedAgainstTheirQuota() {
        Shop one = Shop.settled(ONE);
        hosts(one);
        one.account.quotas.services.put("L-FB451C26", 0);
        assertThat(doctor(one)).contains("note  quota of templates: 0 of 0 launch templates", "raise it", "L-FB451C26");
    }

    @Test
    void bothFleetsAtMaxCapacityFitOrAreANote() {
        assertThat(doctor(shop))
                .contains("ok    orders vCPUs: 8 of 64 vCPUs", "both fleets at maxCapacity take 16 more");
        shop.account.quotas.services.put("L-1216C47A", 23);
        assertThat(doctor(shop)).contains("note  orders vCPUs: 8 of 23 vCPUs", "or lower maxCapacity");
        shop.account.quotas.services.put("L-1216C47A", 24);
        assertThat(doctor(shop)).contains("ok    orders vCPUs: 8 of 24 vCPUs");
    }

    @Test
    void aReleaseThatCannotStartItsHostsEvenAtTheSizeOfNowIsNamed() {
        Shop one = Shop.settled(ONE);
        one.account.quotas.hosts("shop-orders-blue", "t3.small", 2, 2);
        one.account.quotas.services.put("L-1216C47A", 7);
        assertThat(doctor(one)).contains("a release at the size of now takes 4 more, and cannot start its hosts");
    }

    @Test
    void hostsOfAnotherQuotaAndAFleetWithoutHostsAreNamedAsNotLookedAt() {
        shop.account.quotas.hosts.clear();
        assertThat(doctor(shop)).contains("skip  orders vCPUs: no host of it runs");
        shop.account.quotas.hosts.add(new LaunchedHost(Optional.of("shop-orders-blue"), "t3.small", false, 2));
        assertThat(doctor(shop))
                .contains("skip  orders vCPUs: some hosts count for another quota")
                .contains("a release finds what it needs; 1 check could not be made");
    }

    @Test
    void theFamiliesOfTheStandardQuotaAreKnown() {
        for (String type :
                List.of("t3.small", "m7g.large", "c6i.xlarge", "im4gn.large", "i4i.large", "z1d.large", "a1.medium")) {
            assertThat(new LaunchedHost(Optional.empty(), type, true, 2).standard())
                    .as(type)
                    .isTrue();
        }
        for (String type : List.of(
                "p5.48xlarge",
                "g5.xlarge",
                "inf2.xlarge",
                "trn1.2xlarge",
                "dl1.24xlarge",
                "x2gd.large",
                "hpc7g.4xlarge",
                "mac2.metal",
                "u-6tb1.metal",
                "vt1.3xlarge",
                "f1.2xlarge")) {
            assertThat(new LaunchedHost(Optional.empty(), type, true, 2).standard())
                    .as(type)
                    .isFalse();
        }
    }

    @Test
    void targetsOfOthersOnTheSameLoadBalancerCount() {
        String others = "arn:others";
        shop.aws.health.put(others, Collections.nCopies(990, new TargetHealth("i-9", 80, "healthy", "")));
        shop.account.quotas.targetGroups =
                List.of(shop.account.resources.get("BlueTargets"), shop.account.resources.get("GreenTargets"), others);
        assertThat(doctor(shop))
                .contains("note  orders targets: 994 of 1000 targets on its load balancer", "are 8 more")
                .contains("3 of 100 target groups, 0 of 100 rules");
    }

    @Test
    void aLoadBalancerWithoutAQuotaIsNamedAsNotLookedAt() {
        shop.account.quotas.loadBalancing.clear();
        assertThat(doctor(shop)).contains("skip  orders targets: 4 targets", "did not say targets-per-application");
        shop.account.quotas.balancers = List.of();
        assertThat(doctor(shop)).contains("skip  orders targets: its target groups are on 0 load balancers");
    }

    @Test
    void aNetworkLoadBalancerHasAQuotaOfItsOwn() {
        shop.account.quotas.balancers = List.of("arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/net/shop/50dc");
        assertThat(doctor(shop))
                .contains("ok    orders targets: 4 of 3000 targets")
                .doesNotContain("rules");
    }

    @Test
    void rightsAreAskedOnTheResourcesOfTheService() {
        assertThat(doctor(shop)).contains("ok    orders rights: arn:aws:iam::111122223333:role/team/Operator may make");
        assertThat(shop.account.rights.asked)
                .contains("elasticloadbalancing:ModifyListener on listener")
                .contains(
                        "autoscaling:SetDesiredCapacity on arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:"
                                + "00000000-0000-0000-0000-000000000000:autoScalingGroupName/shop-orders-blue")
                .contains("states:ListExecutions on arn:machine")
                .contains("states:DescribeExecution on arn:aws:states:eu-west-1:111122223333:execution:machine:any");
    }

    @Test
    void theRuleOfAnExistingListenerIsAskedAbout() {
        shop.aws.production = new ListenerRule("rule", false, shop.aws.production.actions());
        shop.account.rights.denied.add("elasticloadbalancing:ModifyRule");
        assertThat(doctor(shop)).contains("note  orders rights:", "may not elasticloadbalancing:ModifyRule");
    }

    @Test
    void whatDependsOnConditionsIsNotDecided() {
        shop.account.rights.undecided.put("autoscaling:SetDesiredCapacity", List.of("aws:SourceIp"));
        assertThat(doctor(shop))
                .contains("skip  orders rights: IAM cannot say without aws:SourceIp: autoscaling:SetDesiredCapacity");
    }

    @Test
    void aCallerThatIamDoesNotSimulateIsNamed() {
        shop.account.rights.caller = "arn:aws:iam::111122223333:root";
        assertThat(doctor(shop)).contains("skip  orders rights: IAM simulates users and roles only");
        shop.account.rights.caller = "arn:aws:iam::111122223333:user/ann";
        assertThat(doctor(shop)).contains("ok    orders rights: arn:aws:iam::111122223333:user/ann may make");
    }

    @Test
    void aLoginNeedsARightThatIsNotSimulated() {
        List<ListenerRule.Action> actions = new ArrayList<>(shop.aws.production.actions());
        actions.add(0, new ListenerRule.Action("authenticate-cognito", List.of(), "login"));
        shop.aws.production = new ListenerRule("listener", true, actions);
        assertThat(doctor(shop)).contains("skip  orders rights:", "cognito-idp:DescribeUserPoolClient");
    }

    @Test
    void everyRightThatIsSimulatedIsInTheTableOfTheCommandLine() throws IOException {
        doctor(shop);
        String table = Files.readString(Path.of("docs/cli.md"));
        TreeSet<String> named = new TreeSet<>();
        shop.account.rights.asked.forEach(one -> named.add(one.replaceFirst("^.*:(\\w+) on .*$", "$1")));
        assertThat(named)
                .hasSizeGreaterThan(15)
                .allSatisfy(action -> assertThat(table).contains(action + "`"));
    }
}
