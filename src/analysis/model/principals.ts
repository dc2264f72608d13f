import type { InvokerId } from '../../facts/invokers';

/** Who invokes where the resource policy of a function lets a service in. The first is taken where no template says more. */
const PRINCIPALS: Readonly<Record<string, readonly InvokerId[]>> = {
  'alexa-appkit.amazon.com': ['alexa'],
  'alexa-connectedhome.amazon.com': ['alexa'],
  'apigateway.amazonaws.com': ['rest-api', 'rest-api-mapped', 'http-api', 'websocket-api', 'authorizer', 'sdk-event'],
  'codecommit.amazonaws.com': ['codecommit'],
  'cognito-idp.amazonaws.com': ['cognito', 'cognito-sender'],
  'config.amazonaws.com': ['config-rule'],
  'connect.amazonaws.com': ['connect'],
  'elasticloadbalancing.amazonaws.com': ['load-balancer'],
  'events.amazonaws.com': ['eventbridge-rule', 'subscriber', 'subscriber-event'],
  'iot.amazonaws.com': ['iot-rule'],
  'lex.amazonaws.com': ['lex'],
  'lexv2.amazonaws.com': ['lex'],
  'logs.amazonaws.com': ['logs'],
  's3.amazonaws.com': ['s3'],
  'secretsmanager.amazonaws.com': ['secret-rotation'],
  'ses.amazonaws.com': ['ses', 'ses-sync'],
  'sns.amazonaws.com': ['sns'],
};

/** The invokers that a service principal may be. Logs has one per region. */
export function invokersOfPrincipal(principal: string): readonly InvokerId[] {
  const name = principal.replace(/^logs\.[\w-]+\.amazonaws/, 'logs.amazonaws');
  return Object.prototype.hasOwnProperty.call(PRINCIPALS, name) ? PRINCIPALS[name] : [];
}
