package io.teal.rehearsal.aws.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirewallTest {
    private static final Set<String> BALANCER = Set.of("Balancer");
    private static final Set<String> HOSTS = Set.of("Hosts");
    private static final PortRule FROM_THE_BALANCER = new PortRule(8080, 8081, "Balancer");
    private static final PortRule FROM_ANYWHERE = new PortRule(80, 80, "");

    private final Firewall firewall = new Firewall();

    private void groups(List<PortRule> ofHosts, Optional<List<PortRule>> outOfBalancer) {
        firewall.put(new SecurityGroupModel("Balancer", List.of(FROM_ANYWHERE), outOfBalancer));
        firewall.put(new SecurityGroupModel("Hosts", ofHosts, Optional.empty()));
    }

    @Test
    void aRuleAdmitsItsPortsFromItsGroup() {
        groups(List.of(FROM_THE_BALANCER), Optional.empty());
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080)).isEmpty();
        assertThat(firewall.blocks(BALANCER, HOSTS, 8081)).isEmpty();
        assertThat(firewall.blocks(BALANCER, HOSTS, 8082))
                .contains("security group Hosts admits nothing from security group Balancer on port 8082");
        assertThat(firewall.blocks(HOSTS, HOSTS, 8080)).isPresent();
    }

    @Test
    void withoutRulesNothingComesInAndEverythingGoesOut() {
        groups(List.of(), Optional.empty());
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080)).isPresent();
        assertThat(firewall.blocks(HOSTS, BALANCER, 80)).isEmpty();
    }

    @Test
    void whatMayGoOutIsOnlyWhatIsWrittenOnceAnythingIs() {
        groups(List.of(FROM_THE_BALANCER), Optional.of(List.of()));
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080))
                .contains("security group Balancer lets nothing out to port 8080 of security group Hosts");
        firewall.put(new SeparateRule("Out", "Balancer", false, new PortRule(8080, 8080, "Hosts")));
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080)).isEmpty();
        firewall.remove("Out");
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080)).isPresent();
    }

    @Test
    void aSeparateRuleEndsTheOneThatLetsEverythingOut() {
        groups(List.of(FROM_THE_BALANCER), Optional.empty());
        firewall.put(new SeparateRule("Out", "Balancer", false, new PortRule(443, 443, "")));
        assertThat(firewall.blocks(BALANCER, HOSTS, 8080)).isPresent();
    }

    @Test
    void aGroupThatIsNotInTheTemplateMayHaveAnyRule() {
        groups(List.of(FROM_THE_BALANCER), Optional.empty());
        assertThat(firewall.blocks(BALANCER, Set.of("sg-1"), 9999)).isEmpty();
        assertThat(firewall.blocks(Set.of("sg-1"), BALANCER, 80)).isEmpty();
        assertThat(firewall.blocks(Set.of("sg-1"), HOSTS, 8080)).isPresent();
        assertThat(firewall.blocksClients(Set.of("sg-1"), 9999)).isEmpty();
    }

    @Test
    void aRuleForAddressesAdmitsABalancerWithoutSecurityGroups() {
        groups(List.of(FROM_THE_BALANCER, new PortRule(9000, 9000, "")), Optional.empty());
        assertThat(firewall.blocks(Set.of(), HOSTS, 9000)).isEmpty();
        assertThat(firewall.blocks(Set.of(), HOSTS, 8080)).isPresent();
    }

    @Test
    void clientsNeedARuleForTheListenersPort() {
        groups(List.of(), Optional.empty());
        assertThat(firewall.blocksClients(BALANCER, 80)).isEmpty();
        assertThat(firewall.blocksClients(BALANCER, 443))
                .contains("security group Balancer admits no client on port 443");
    }
}
