import { type KeyObject, sign } from 'node:crypto'
import { type SnsMessage, toSign } from '../deliver/providers/ses/snsSignature.ts'

export const topicArn = 'arn:aws:sns:eu-west-1:123456789012:mail'

/** A message as Amazon SNS posts it, signed with the key of the certificate at `certificate`. */
export function aSnsMessage(
  message: object,
  { certificate, privateKey, ...more }: { certificate: string; privateKey: KeyObject } & Partial<SnsMessage>,
): SnsMessage {
  const unsigned = {
    Type: 'Notification' as const,
    MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
    TopicArn: topicArn,
    Message: JSON.stringify(message),
    Timestamp: '2026-03-03T09:00:01.000Z',
    SignatureVersion: '2' as const,
    SigningCertURL: certificate,
    ...more,
  }
  const hash = unsigned.SignatureVersion === '1' ? 'RSA-SHA1' : 'RSA-SHA256'
  return { ...unsigned, Signature: sign(hash, Buffer.from(toSign(unsigned)), privateKey).toString('base64') }
}
