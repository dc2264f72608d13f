const QUOTE_UNESCAPED = ".replaceAll(\"\\\\'\",\"'\")";

/**
 * A value as the inside of a JSON string. `escapeJavaScript` writes `\'`, which JSON doesn't know; this is the way that AWS documents.
 */
function escaped(reference: string): string {
  return `$util.escapeJavaScript(${reference})${QUOTE_UNESCAPED}`;
}

function map(name: string, reference: string): string {
  return `"${name}":{#foreach($name in ${reference}.keySet())"${escaped('$name')}":"${escaped(`${reference}.get($name)`)}"#if($foreach.hasNext),#end#end}`;
}

/**
 * The request as an event of the shape that a proxy integration sends, so that the same types read it
 * (`events.APIGatewayProxyRequest` in Go). Without it a function would get the body only, and nothing at all of a GET.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export const REQUEST_EVENT = `#set($params = $input.params())
#set($headers = $params.get('header'))
#set($query = $params.get('querystring'))
#set($path = $params.get('path'))
{
"resource":"${escaped('$context.resourcePath')}",
"path":"${escaped('$context.path')}",
"httpMethod":"$context.httpMethod",
${map('headers', '$headers')},
${map('queryStringParameters', '$query')},
${map('pathParameters', '$path')},
${map('stageVariables', '$stageVariables')},
"requestContext":{"requestId":"$context.requestId","apiId":"$context.apiId","stage":"$context.stage","httpMethod":"$context.httpMethod","resourcePath":"${escaped('$context.resourcePath')}","identity":{"sourceIp":"$context.identity.sourceIp"}},
"body":"${escaped('$input.body')}",
"isBase64Encoded":false
}`;
