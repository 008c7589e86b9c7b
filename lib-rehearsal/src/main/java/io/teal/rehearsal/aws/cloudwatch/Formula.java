package io.teal.rehearsal.aws.cloudwatch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of CloudWatch's metric math that alarms on requests need: numbers, metrics, {@code + - * /}, comparisons,
 * {@code IF(condition, value, value)}, {@code FILL(metric, value)} and {@code DIFF(metric)}, the change since the
 * previous period. Missing data is NaN, and so is any result from it, except of {@code FILL}.
 */
public final class Formula {
    private static final Pattern TOKENS = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?|\\w+|[<>=!]=|\\S)");
    private static final List<List<String>> BY_PRECEDENCE =
            List.of(List.of(">=", "<=", "==", "!=", ">", "<"), List.of("+", "-"), List.of("*", "/"));

    private final String text;
    private final Set<String> names;
    private final ToDoubleFunction<Series> value;

    /** The values of metrics, by period. */
    @FunctionalInterface
    public interface Series {
        /** The value of {@code metric}, {@code back} periods ago; NaN for none. */
        double value(String metric, int back);

        private Series before() {
            return (metric, back) -> value(metric, back + 1);
        }
    }

    private Formula(String text, Set<String> names, ToDoubleFunction<Series> value) {
        this.text = text;
        this.names = names;
        this.value = value;
    }

    /**
     * Parses a formula.
     *
     * @throws IllegalArgumentException if {@code text} uses anything else
     */
    public static Formula parse(String text) {
        Parser parser = new Parser(text);
        Formula formula = new Formula(text, parser.names, parser.value(0));
        if (!parser.tokens.isEmpty()) {
            throw new IllegalArgumentException("'" + parser.tokens.peek() + "' is not supported in " + text);
        }
        return formula;
    }

    /** The ids that it references. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Its value for {@code metrics}. */
    public double value(Series metrics) {
        return value.applyAsDouble(metrics);
    }

    private static double calculate(String operator, double left, double right) {
        if (Double.isNaN(left) || Double.isNaN(right)) {
            return Double.NaN;
        }
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> right == 0 ? Double.NaN : left / right;
            case ">" -> left > right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case "==" -> left == right ? 1 : 0;
            default -> left != right ? 1 : 0;
        };
    }

    /** Recursive descent, from the lowest operator precedence to the highest. */
    private static final class Parser {
        private final Deque<String> tokens = new ArrayDeque<>();
        private final Set<String> names = new TreeSet<>();

        Parser(String text) {
            Matcher matcher = TOKENS.matcher(text);
            while (matcher.find()) {
                tokens.add(matcher.group(1));
            }
        }

        ToDoubleFunction<Series> value(int precedence) {
            if (precedence == BY_PRECEDENCE.size()) {
                return single();
            }
            ToDoubleFunction<Series> left = value(precedence + 1);
            while (!tokens.isEmpty() && BY_PRECEDENCE.get(precedence).contains(tokens.peek())) {
                String operator = tokens.poll();
                ToDoubleFunction<Series> before = left;
                ToDoubleFunction<Series> right = value(precedence + 1);
                left = metrics -> calculate(operator, before.applyAsDouble(metrics), right.applyAsDouble(metrics));
            }
            return left;
        }

        private ToDoubleFunction<Series> single() {
            String token = tokens.isEmpty() ? "the end" : tokens.poll();
            if (token.equals("(")) {
                ToDoubleFunction<Series> inside = value(0);
                expect(")");
                return inside;
            }
            if (token.matches("\\d.*")) {
                double number = Double.parseDouble(token);
                return metrics -> number;
            }
            boolean called = !tokens.isEmpty() && tokens.peek().equals("(");
            if (called) {
                return call(token);
            }
            if (!token.matches("[a-z]\\w*")) {
                throw new IllegalArgumentException("'" + token + "' is not supported");
            }
            names.add(token);
            return metrics -> metrics.value(token, 0);
        }

        private ToDoubleFunction<Series> call(String name) {
            expect("(");
            ToDoubleFunction<Series> first = value(0);
            if (name.equals("DIFF")) {
                expect(")");
                return metrics -> calculate("-", first.applyAsDouble(metrics), first.applyAsDouble(metrics.before()));
            }
            expect(",");
            ToDoubleFunction<Series> second = value(0);
            if (name.equals("FILL")) {
                expect(")");
                return metrics -> {
                    double filled = first.applyAsDouble(metrics);
                    return Double.isNaN(filled) ? second.applyAsDouble(metrics) : filled;
                };
            }
            if (!name.equals("IF")) {
                throw new IllegalArgumentException("the function " + name + " is not modelled");
            }
            expect(",");
            ToDoubleFunction<Series> third = value(0);
            expect(")");
            return metrics -> choose(first.applyAsDouble(metrics), second, third, metrics);
        }

        private static double choose(
                double condition, ToDoubleFunction<Series> yes, ToDoubleFunction<Series> no, Series metrics) {
            if (Double.isNaN(condition)) {
                return Double.NaN;
            }
            return (condition != 0 ? yes : no).applyAsDouble(metrics);
        }

        private void expect(String token) {
            String found = tokens.isEmpty() ? "the end" : tokens.poll();
            if (!found.equals(token)) {
                throw new IllegalArgumentException("expected '" + token + "', found '" + found + "'");
            }
        }
    }
}
