package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Matches requests against conditions of listener rules. */
final class RuleConditions {
    private RuleConditions() {}

    static boolean hold(ConditionModel condition, HttpHead request) {
        return condition.patterns().stream().anyMatch(pattern -> fits(condition, pattern, request));
    }

    private static boolean fits(ConditionModel condition, ConditionModel.Pattern pattern, HttpHead request) {
        Address address = Address.of(request);
        return switch (condition.part()) {
            case PATH -> fits(pattern.value(), address.path(), Pattern.DOTALL);
            case HOST -> fitsInAnyCase(pattern.value(), address.host());
            case HEADER ->
                request.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(condition.header()))
                        .anyMatch(header -> fitsInAnyCase(pattern.value(), header.value()));
            case METHOD -> pattern.value().equals(request.method());
            case QUERY -> Stream.of(address.query().split("&")).anyMatch(one -> fitsParameter(pattern, one));
        };
    }

    private static boolean fitsParameter(ConditionModel.Pattern pattern, String parameter) {
        String[] words = Address.split(parameter, parameter.indexOf('='));
        return !words[0].isEmpty()
                && fitsInAnyCase(pattern.key(), words[0])
                && fitsInAnyCase(pattern.value(), words[1]);
    }

    private static boolean fitsInAnyCase(String pattern, String text) {
        return fits(pattern, text, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    /** In {@code wildcards}, {@code *} stands for any characters, or none, and {@code ?} for exactly one. */
    private static boolean fits(String wildcards, String text, int flags) {
        String regex = Pattern.quote(wildcards).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(regex, flags).matcher(text).matches();
    }
}
