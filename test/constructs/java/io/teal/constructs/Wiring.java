package io.teal.constructs;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.CfnSecurityGroup;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.IListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;

/** One choice of every option that adds resources or arrows, and the release. */
record Wiring(Release release, boolean https, boolean codeDeploy, boolean mixed, boolean internal, boolean ownGroups) {
    private static final int SWITCHES = 5;

    /**
     * Every combination of the options for one release, and every combination of two of them for each place that a
     * fleet and a weight can have.
     */
    static List<Wiring> all() {
        Set<Wiring> all = new LinkedHashSet<>();
        IntStream.range(0, 1 << SWITCHES).forEach(bits -> all.add(of(releases().get(1), bits)));
        releases().forEach(release -> pairs().forEach(bits -> all.add(of(release, bits))));
        return List.copyOf(all);
    }

    /** Eight rows of five switches in which each two are on and off in every way: an orthogonal array. */
    private static IntStream pairs() {
        return IntStream.range(0, 8).map(row -> row | (row ^ row >> 1) << 3 & 8 | (row ^ row >> 2) << 4 & 16);
    }

    /** All options on: the template with the most arrows. */
    static Wiring everything() {
        return of(releases().get(2), (1 << SWITCHES) - 1);
    }

    SynthTemplate synth() {
        return service().synth();
    }

    SampleService service() {
        SampleService service = SampleService.of(release)
                .traffic(options -> options.internetFacing(!internal)
                        .certificates(https ? certificate() : new IListenerCertificate[0]))
                .with((stack, props) -> props.fleet(FleetOptions.builder()
                        .instanceTypes(types())
                        .securityGroups(ownGroups ? ownGroup(stack) : new ISecurityGroup[0])
                        .build()));
        return codeDeploy ? service.codeDeploy(1) : service;
    }

    private static Wiring of(Release release, int bits) {
        return new Wiring(release, on(bits, 0), on(bits, 1), on(bits, 2), on(bits, 3), on(bits, 4));
    }

    private static boolean on(int bits, int place) {
        return (bits >> place & 1) == 1;
    }

    private static List<Release> releases() {
        List<Release> releases = new ArrayList<>();
        for (Color active : Color.values()) {
            Release first = Release.first(active, SampleService.ONE);
            Release started = first.start(SampleService.TWO);
            releases.addAll(List.of(first, started, started.rest(10)));
        }
        return releases;
    }

    private InstanceType[] types() {
        InstanceType preferred = new InstanceType("t3.small");
        return mixed ? new InstanceType[] {preferred, new InstanceType("t3a.small")} : new InstanceType[] {preferred};
    }

    private static IListenerCertificate[] certificate() {
        return new IListenerCertificate[] {ListenerCertificate.fromArn(SampleService.CERTIFICATE)};
    }

    /** Made in the stack, so that the launch templates refer to a resource of its own. */
    private static ISecurityGroup[] ownGroup(Stack stack) {
        CfnSecurityGroup made = CfnSecurityGroup.Builder.create(stack, "Own")
                .groupDescription("own")
                .vpcId("vpc-1")
                .build();
        return new ISecurityGroup[] {SecurityGroup.fromSecurityGroupId(stack, "OwnGroup", made.getAttrGroupId())};
    }

    /** What the fleets of this wiring are called in logical ids: {@code Blue}, {@code Green}, or both. */
    List<String> colors() {
        Map<Color, String> names = Map.of(Color.BLUE, "Blue", Color.GREEN, "Green");
        return List.of(Color.values()).stream()
                .filter(color -> release.version(color).isPresent())
                .map(names::get)
                .toList();
    }
}
