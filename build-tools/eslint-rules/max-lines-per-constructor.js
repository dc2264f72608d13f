// ESLint has a limit for functions, but none of its own for constructors.
'use strict';

module.exports = {
  meta: {
    type: 'suggestion',
    docs: { description: 'limit the code lines of a constructor' },
    schema: [{
      type: 'object',
      properties: { max: { type: 'integer', minimum: 1 } },
      additionalProperties: false,
    }],
    messages: { tooLong: 'The constructor has {{lines}} code lines, {{max}} are allowed.' },
  },

  create(context) {
    const max = context.options[0]?.max ?? 30;
    const source = context.sourceCode;

    /** Lines with code on them: blank lines and comments are free, as in `max-lines-per-function` here. */
    function codeLines(node) {
      const lines = new Set();
      for (const token of source.getTokens(node)) {
        for (let line = token.loc.start.line; line <= token.loc.end.line; line++) lines.add(line);
      }
      return lines.size;
    }

    return {
      'MethodDefinition[kind="constructor"]'(node) {
        const lines = codeLines(node);
        if (lines > max) context.report({ node, messageId: 'tooLong', data: { lines, max } });
      },
    };
  },
};
