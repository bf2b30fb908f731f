import { describe, expect, it } from "vitest";
import { detectPii } from "#lib/guards/security/pii/index";

const kinds = (text: string, strict = false) =>
  detectPii(text, { strict }).map((hit) => `${hit.category}=${text.slice(hit.start, hit.end)}`);

/** Published specimens and numbers made from the check-digit rules; none belongs to a person. */
describe("finds", () => {
  it.each([
    ["email", "jane.roe+news@mail.example.co.uk", "write to jane.roe+news@mail.example.co.uk."],
    ["phone", "+44 20 7946 0958", "Our number: +44 20 7946 0958"],
    ["phone", "(415) 555-0132", "Call (415) 555-0132 now"],
    ["phone", "030 1234567", "Telefon 030 1234567"],
    ["credit_card", "5555 5555 5555 4444", "card 5555 5555 5555 4444"],
    ["credit_card", "378282246310005", "amex 378282246310005"],
    ["card_security_code", "123", "CVV: 123"],
    ["card_expiry", "04/28", "expires 04/28"],
    ["iban", "DE89 3704 0044 0532 0130 00", "IBAN DE89 3704 0044 0532 0130 00"],
    ["iban", "GB29NWBK60161331926819", "pay to GB29NWBK60161331926819"],
    ["us_ssn", "219-09-9999", "ssn 219-09-9999"],
    ["ip_address", "203.0.113.42", "from 203.0.113.42"],
    ["ipv6_address", "2001:db8::8a2e:370:7334", "at 2001:db8::8a2e:370:7334"],
    ["mac_address", "00:1A:2B:3C:4D:5E", "mac 00:1A:2B:3C:4D:5E"],
    ["date_of_birth", "12/03/1984", "born on 12/03/1984"],
    ["passport", "C01X00T47", "Reisepass C01X00T47"],
    [
      "ethereum_address",
      `0x${"52908400098527886E0F7030069857D2E4169EE7"}`,
      "send to 0x52908400098527886E0F7030069857D2E4169EE7",
    ],
    ["bitcoin_address", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"],
    ["br_cpf", "529.982.247-25", "CPF 529.982.247-25"],
    ["es_dni", "12345678Z", "DNI 12345678Z"],
    ["it_fiscal_code", "RSSMRA85T10A562S", "codice fiscale RSSMRA85T10A562S"],
    ["fr_nir", "2 55 08 14 168 025 38", "sécu 2 55 08 14 168 025 38"],
    ["nl_bsn", "111222333", "BSN 111222333"],
    ["pl_pesel", "44051401359", "PESEL 44051401359"],
    ["se_personnummer", "811218-9876", "personnummer 811218-9876"],
    ["fi_hetu", "131052-308T", "hetu 131052-308T"],
    ["uk_nhs", "943 476 5919", "NHS number 943 476 5919"],
    ["uk_nino", "QQ 12 34 56 C".replace("QQ", "AB"), "NI AB 12 34 56 C"],
    ["cn_resident_id", "11010519491231002X", "身份证 11010519491231002X"],
    ["sg_nric", "S1234567D", "NRIC S1234567D"],
    ["au_tfn", "123 456 782", "TFN 123 456 782"],
    ["in_pan", "ABCPE1234F", "PAN ABCPE1234F"],
    ["tr_tckn", "10000000146", "kimlik 10000000146"],
    ["ch_ahv", "756.9217.0769.85", "AHV 756.9217.0769.85"],
    ["hr_oib", "94577403194", "OIB 94577403194"],
    ["vin", "1M8GDM9AXKP042788", "VIN 1M8GDM9AXKP042788"],
    ["person", "Ada Lovelace", "my name is Ada Lovelace."],
    ["street_address", "221 Baker Street", "lives at 221 Baker Street"],
  ])("%s %s", (kind, value, text) => {
    expect(kinds(text)).toContain(`${kind}=${value}`);
  });
});

describe("leaves alone", () => {
  it.each([
    ["a card number with a wrong check digit", "4111 1111 1111 1112"],
    ["an IBAN with a wrong check digit", "GB28NWBK60161331926819"],
    ["an order number", "order 1234567890123456 shipped"],
    ["a CPF with wrong digits", "529.982.247-26"],
    ["versions and times", "version 10.4.2.1-beta, 12:30:45, 2024-05-01, 3.14159"],
    ["a nine-digit number without context", "the population was 123456782"],
    ["local addresses", "ping 127.0.0.1, 192.168.1.10 and 10.0.0.5"],
    ["a UUID and a digest", "3f2504e0-4f89-41d3-9a0c-0305e82c3301 d41d8cd98f00b204e9800998ecf8427e"],
    ["code", "a::b::c x[0x1f] = foo@bar; std::vector<int> v(10, 20);"],
    ["prose with numbers", "In 1999 about 250,000 people took 3,500 trains between 10 and 12 o'clock."],
    ["a handle", "follow @someone for news"],
  ])("%s", (_, text) => {
    expect(kinds(text)).toEqual([]);
  });
});
