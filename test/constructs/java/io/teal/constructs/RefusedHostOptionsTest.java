package io.teal.constructs;

import static io.teal.constructs.HostOptionsTest.hook;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.TerminationPolicy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What {@link HostOptions} do not take. */
class RefusedHostOptionsTest {
    private static final String RESERVED = "arn:aws:resource-groups:eu-west-1:111111111111:group/reserved";

    @Test
    void valuesOutOfRangeAreRefused() {
        refused(hosts -> hosts.spot(0), "spot must be from 1 to 100 percent, got 0");
        refused(hosts -> hosts.spot(101), "spot must be from 1 to 100 percent, got 101");
        refused(hosts -> hosts.spot(50).onDemandBase(-1), "onDemandBase must be 0 or more, got -1");
        refused(hosts -> hosts.onDemandBase(1), "onDemandBase needs spot, the rest of the hosts");
        refused(hosts -> hosts.metadataHopLimit(0), "metadataHopLimit must be from 1 to 64, got 0");
        refused(hosts -> hosts.metadataHopLimit(65), "metadataHopLimit must be from 1 to 64, got 65");
    }

    @Test
    void hooksAndPoliciesThatAwsDoesNotTakeAreRefused() {
        refused(
                hosts -> hosts.lifecycleHooks(hook("A", "LAUNCHING", 60), hook("A", "TERMINATING", 60)),
                "lifecycleHooks must differ in name, got A twice");
        refused(
                hosts -> hosts.lifecycleHooks(hook("A", "LAUNCHED", 60)),
                "lifecycle hook A: transition must be EC2_INSTANCE_LAUNCHING or EC2_INSTANCE_TERMINATING of"
                        + " autoscaling, got autoscaling:EC2_INSTANCE_LAUNCHED");
        for (int seconds : new int[] {29, 7201}) {
            refused(
                    hosts -> hosts.lifecycleHooks(hook("A", "LAUNCHING", seconds)),
                    "lifecycle hook A: heartbeatTimeout must be from 30 to 7200 seconds, got " + seconds);
        }
        refused(
                hosts -> hosts.terminationPolicies(TerminationPolicy.DEFAULT, TerminationPolicy.DEFAULT),
                "terminationPolicies must differ, got [DEFAULT, DEFAULT]");
        refused(
                hosts -> hosts.terminationPolicies(TerminationPolicy.CUSTOM_LAMBDA_FUNCTION),
                "terminationPolicies cannot name a Lambda function");
    }

    @Test
    void whatExcludesEachOtherIsRefused() {
        refused(
                hosts -> hosts.spot(50).capacityReservations(RESERVED),
                "spot and capacityReservations exclude each other: Spot Instances use no reservation");
        refused(
                hosts -> hosts.keepAbandoned(true),
                "keepAbandoned needs a termination hook whose default result is ABANDON");
        refused(
                hosts -> hosts.lifecycleHooks(hook("A", "LAUNCHING", 60)).keepAbandoned(true),
                "keepAbandoned needs a termination hook whose default result is ABANDON");
        assertThatThrownBy(() -> FleetOptions.builder()
                        .maxCapacity(4)
                        .hosts(HostOptions.builder().spot(50).onDemandBase(5).build())
                        .build())
                .hasMessage("onDemandBase must be at most maxCapacity 4, got 5");
    }

    @Test
    void logFilesThatTheAgentCannotSendAreRefused() {
        for (String file : new String[] {"", "app.log", "/var/log/", "/var/log/a b.log", "/var/log/'.log", "/a{b}"}) {
            refused(
                    hosts -> hosts.cloudWatchAgent(file),
                    "a log file must be a path /like/this.log of letters, digits and _.-, with * for any, got '" + file
                            + "'");
        }
        refused(hosts -> hosts.cloudWatchAgent("/a", "/a"), "log files must differ, got [/a, /a]");
        refused(
                hosts -> hosts.cloudWatchAgent(IntStream.range(0, 21)
                        .mapToObj(number -> "/var/log/" + number)
                        .toArray(String[]::new)),
                "cloudWatchAgent takes 20 log files, got 21");
    }

    @Test
    void aRetentionOfNoLogFilesIsRefused() {
        String message = "logRetention is of the log files that cloudWatchAgent sends, and there are none";
        refused(hosts -> hosts.logRetention(RetentionDays.ONE_DAY), message);
        refused(hosts -> hosts.cloudWatchAgent().logRetention(RetentionDays.ONE_DAY), message);
    }

    @Test
    void hooksWithCodeDeployAreRefused() {
        assertThatThrownBy(() -> SampleService.both()
                        .with((stack, props) -> props.delivery(SampleService.revisions(stack)))
                        .fleet(options -> options.hosts(HostOptions.builder()
                                .lifecycleHooks(hook("A", "LAUNCHING", 60))
                                .build()))
                        .service())
                .hasMessage("lifecycleHooks do not go with CodeDeploy, which puts a hook on the group itself");
    }

    @Test
    void aKeyBesideVolumesOfTheUsersIsRefused() {
        Stack stack = SampleService.stack();
        HostOptions keyed =
                HostOptions.builder().volumeKey(new Key(stack, "Volumes")).build();
        BlockDevice own = BlockDevice.builder()
                .deviceName("/dev/xvda")
                .volume(BlockDeviceVolume.ebs(
                        40, EbsDeviceOptions.builder().encrypted(true).build()))
                .build();
        assertThatThrownBy(() ->
                        FleetOptions.builder().blockDevices(own).hosts(keyed).build())
                .hasMessage("volumeKey encrypts the default volume, and blockDevices replace it");
    }

    private static void refused(UnaryOperator<HostOptions.Builder> change, String message) {
        assertThatThrownBy(() -> change.apply(HostOptions.builder()).build()).hasMessage(message);
    }
}
